/** Words that lines about a publication's date are made of, by language, and nothing else is: labels, weekdays, reading time, "ago". */
const WORDS: Readonly<Record<string, string>> = {
  en:
    "published publish posted updated update modified last first date dated created on at the from time as of pm am " +
    "p.m a.m p m a edt est pdt pst cdt cst mdt mst bst gmt utc et pt ist cet cest hrs hours hour hr minutes minute " +
    "mins min seconds second days day weeks week months month years year ago an one two three few several just now " +
    "today yesterday read reading story filed monday tuesday wednesday thursday friday saturday sunday mon tue tues " +
    "wed thu thur thurs fri sat sun st nd rd th",
  de:
    "veröffentlicht aktualisiert erstellt publiziert stand am um uhr zuletzt letzte aktualisierung den der vom von " +
    "vor minuten minute stunden stunde tagen tag wochen monaten lesezeit lesedauer min heute gestern datum montag " +
    "dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
  fr:
    "publié publiée mis mise à jour modifié modifiée le la à au il y a heures heure minutes minute jours jour " +
    "semaines mois lecture temps de hier aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche h lun mar " +
    "mer jeu ven sam dim",
  es:
    "publicado publicada actualizado actualizada modificado el la las a hace horas hora minutos minuto días día " +
    "semanas lectura tiempo de hoy ayer fecha lunes martes miércoles jueves viernes sábado domingo lun mié jue vie " +
    "sáb dom h del",
  pt:
    "publicado publicada atualizado atualizada em às as há horas hora minutos dias leitura tempo de hoje ontem data " +
    "segunda terça quarta quinta sexta feira sábado domingo",
  it:
    "pubblicato pubblicata aggiornato aggiornata modificato il alle ore ora fa minuti giorni lettura tempo di oggi " +
    "ieri data lunedì martedì mercoledì giovedì venerdì sabato domenica",
  nl:
    "gepubliceerd geplaatst bijgewerkt gewijzigd laatst op om uur uren minuten dagen geleden leestijd vandaag " +
    "gisteren datum maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
  sv: "publicerad uppdaterad senast den kl för timmar minuter dagar sedan lästid idag igår måndag tisdag onsdag torsdag fredag lördag söndag",
  da: "publiceret opdateret udgivet sidst den kl for timer minutter dage siden mandag tirsdag onsdag torsdag fredag lørdag søndag publisert oppdatert sist",
  pl:
    "opublikowano opublikowany aktualizacja zaktualizowano data publikacji dodano dnia o godz godzin godziny minut " +
    "dni temu czas czytania dzisiaj wczoraj r roku poniedziałek wtorek środa czwartek piątek sobota niedziela",
  cs: "publikováno aktualizováno vydáno dne v hodin minut dny před včera dnes pondělí úterý středa čtvrtek pátek sobota neděle",
  ru:
    "опубликовано обновлено дата публикации изменено в от назад часов часа час минут минуты минуту дней дня день " +
    "сегодня вчера г года время чтения понедельник вторник среда четверг пятница суббота воскресенье мск",
  uk: "опубліковано оновлено дата о в годин хвилин днів тому сьогодні вчора р року понеділок вівторок середа четвер п'ятниця субота неділя",
  el:
    "δημοσίευση δημοσιεύθηκε δημοσιεύτηκε ενημέρωση ενημερώθηκε τελευταία στις την πριν από ώρες ώρα λεπτά ημέρες " +
    "χρόνος ανάγνωσης σήμερα χθες πμ μμ δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή",
  tr: "yayınlanma yayınlandı güncelleme güncellendi tarihi saat önce dakika gün bugün dün pazartesi salı çarşamba perşembe cuma cumartesi pazar",
  id: "diterbitkan diperbarui dipublikasikan terbit pada pukul wib jam menit hari lalu senin selasa rabu kamis jumat sabtu minggu",
};

export const publicationWords: ReadonlySet<string> = new Set(Object.values(WORDS).flatMap((words) => words.split(" ")));

/** Labels that make the date behind them the day of a change. */
export const changeLabel =
  /(?<!\p{L})(?:updated?|modified|amended|corrected|aktualisiert|aktualisierung|geändert|mis à jour|mise à jour|modifiée?|actualizad[oa]|modificad[oa]|atualizad[oa]|aggiornat[oa]|bijgewerkt|gewijzigd|uppdaterad|opdateret|oppdatert|aktualizacja|zaktualizowano|aktualizováno|обновлено|изменено|оновлено|ενημέρωση|ενημερώθηκε|güncelleme|güncellendi|diperbarui|更新)(?!\p{L})/iu;

/** "3 hours ago", "vor 2 Tagen", "il y a 5 minutes", "hace 4 horas", "2 часа назад". */
export const relativeTime =
  /(?<!\p{L})(?:ago|just now|yesterday|today|vor \d+|il y a \d+|hace \d+|há \d+|\d+ \p{L}+ (?:fa|geleden|sedan|siden|temu|назад|тому|önce|lalu)|πριν από \d+|πριν \d+)(?!\p{L})/iu;
