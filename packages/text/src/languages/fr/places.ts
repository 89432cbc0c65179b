import { words } from "../word-list.ts";

/** Towns, countries and regions by French names that the table of places lacks; none that is a word or a first name as well. */
export const places: ReadonlySet<string> = words(`
  Pékin Séoul Moscou Varsovie Bruxelles Athènes Lisbonne Copenhague Alger Téhéran Damas Beyrouth Bagdad Riyad Bucarest Tbilissi Bakou
  Tachkent Kaboul Katmandou Dacca Rangoun Hanoï Singapour Djakarta Manille Bogota Johannesbourg Khartoum Tunis Francfort Hambourg Dresde
  Nuremberg Genève Bâle Gênes Venise Édimbourg Anvers Gand Cracovie Saint-Pétersbourg Barcelone Séville Saragosse Philadelphie Jérusalem
  Alep Mossoul Bassora Sanaa Gaza Kharkiv Kherson Marioupol Odessa Minsk Vilnius Tallinn Reykjavik Montréal Québec Alsace
  Normandie Provence Occitanie Bourgogne Auvergne Corse Wallonie Flandre Catalogne Bavière Rhénanie Lombardie Toscane Sicile
  Sardaigne Andalousie Écosse Crimée Donbass Tchétchénie Cisjordanie Cachemire Arctique Antarctique Atlantique Pacifique
`);
