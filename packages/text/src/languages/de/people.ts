import { toSet } from "../language-words.ts";

/** What people are called in German by what they do or whose they are; the last part of a compound is enough. */
export const people = toSet(
  "journalist journalistin beamte beamten polizist polizisten soldat soldaten arzt ärzte ärztin lehrer lehrerin " +
    "fahrer fahrerin nachbar nachbarn bewohner bürger kunde kunden student studenten analyst analysten ökonom " +
    "ökonomen historiker historikerin physiker chemiker biologe biologin psychologe psychologin soziologe techniker " +
    "ingenieur ingenieurin architekt architektin künstler künstlerin sänger sängerin schauspieler schauspielerin " +
    "regisseur regisseurin schriftsteller schriftstellerin musiker musikerin pilot piloten kapitän bauer bauern " +
    "landwirt landwirte winzer händler verkäufer verkäuferin unternehmer unternehmerin manager managerin berater " +
    "beraterin gutachter ermittler fahnder kommandant offizier offiziere aktivist aktivisten aktivistin pfarrer " +
    "pfarrerin priester anwohner passant passanten autofahrer patient patienten täter häftling häftlinge flüchtling " +
    "flüchtlinge rentner rentnerin eltern mutter vater sohn tochter bruder schwester kollege kollegen kollegin " +
    "betreiber veranstalter teilnehmer gründer gründerin autoren herausgeber redakteur redakteurin reporter " +
    "korrespondent korrespondentin helfer feuerwehrmann sanitäter retter gastgeber vorstand vertreter vertreterin " +
    "beamter anhänger gegner verteidiger stellvertreter mitglied mitglieder botschaft meldung artikel anordnung " +
    "sprecher sprecherin pressesprecher pressesprecherin präsident präsidentin minister ministerin bundeskanzler " +
    "bundeskanzlerin kanzler kanzlerin chef chefin vorsitzender vorsitzende leiter leiterin direktor direktorin mann " +
    "frau polizei behörde behörden experte experten forscher wissenschaftler richter anwalt anwälte augenzeuge " +
    "augenzeugen zeuge zeugen demonstranten kritiker politiker politikerin abgeordneter abgeordnete senator " +
    "senatorin bürgermeister bürgermeisterin gouverneur trainer spieler autor autorin regierung gericht ministerium " +
    "zeitung nachrichtenagentur unternehmen verband organisation bericht außenminister außenministerin innenminister " +
    "innenministerin finanzminister verteidigungsminister justizminister umweltminister ministerpräsident " +
    "ministerpräsidentin premierminister premierministerin generalsekretär generalsekretärin bundespräsident " +
    "vizepräsident kommissar geschäftsführer geschäftsführerin fraktionschef parteichef professor studie gutachten " +
    "datenschützer umweltschützer staatsanwaltschaft staatsanwalt botschafter papst bischof sprecherin könig königin " +
    "manager mitarbeiter anwohner opposition partei verein gewerkschaft " +
    "passagier passagiere sportler sportlerin athlet athleten athletin demonstrant demonstrantin jugendlicher jugendliche " +
    "überlebender überlebende überlebenden hinterbliebene angehörige angehörigen verwandte verwandten freund freunde " +
    "freundin partner partnerin ehemann ehefrau witwe witwer onkel tante enkel enkelin großvater großmutter schüler " +
    "schülerin schülerinnen studentin studentinnen studierende studierenden kundin kundinnen leserin zuschauer zuschauerin " +
    "besucher besucherin urlauber tourist touristen touristin reisende reisenden wanderer radfahrer radfahrerin fußgänger " +
    "fußgängerin matrose fischer förster gärtner gärtnerin bäcker bäckerin friseur friseurin kellner kellnerin vermieter " +
    "vermieterin mieter mieterin eigentümer eigentümerin besitzer besitzerin inhaber inhaberin investor investoren " +
    "aktionär aktionäre makler maklerin ökonomin expertin expertinnen forscherin forscherinnen wissenschaftlerin " +
    "mathematiker mathematikerin informatiker informatikerin theologe theologin philosoph philosophin jurist juristin " +
    "juristen politologe politologin parteifreund parteifreunde kandidat kandidatin kandidaten bewerber bewerberin " +
    "herausforderer herausforderin amtsinhaber amtsinhaberin wahlsieger oppositionsführer oppositionsführerin rebell " +
    "rebellen islamist islamisten terrorist terroristen geiseln angeklagter angeklagte angeklagten beschuldigter " +
    "verdächtiger verdächtige komponist komponistin maler malerin bildhauer fotograf fotografin filmemacher filmemacherin " +
    "moderator moderatorin blogger bloggerin hacker entwickler entwicklerin nutzer nutzerin",
);
