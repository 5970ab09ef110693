import type { Basis, Text } from '@app/domain';
import type { Deadline } from '@app/workflows';
import { text } from '../../language/text';

export const workflowWords = {
  state: text('Tila', 'Läge', 'State'),
  waitingFor: text('Odotetaan', 'Väntar på', 'Waiting for'),
  nobody: text('Ketään ei odoteta.', 'Ingen väntas på.', 'Nobody is waited for.'),
  startedOn: text('Alkanut', 'Inlett', 'Started'),
  endedOn: text('Päättynyt', 'Avslutat', 'Ended'),
  reach: text('Perille', 'Framme', 'Reached'),
  paused: text('Keskeytetty', 'Pausad', 'Paused since'),
  parent: text('Osa asiaa', 'Del av ärendet', 'Part of'),
  id: text('Tunnus', 'Id', 'Id'),
  withheld: text(
    'Asian sisältö ei ole julkinen, eikä sitä näytetä tällä avaimella.',
    'Ärendets innehåll är inte offentligt och visas inte med den här nyckeln.',
    'What the matter says is not public and is not shown with this key.',
  ),
  done: text('Tehty:', 'Gjort:', 'Done:'),
  proposed: text('Ehdotettu:', 'Föreslaget:', 'Proposed:'),
  proposedHow: text(
    'Toisen henkilön on vahvistettava tämä. Ennen sitä mitään ei tapahdu.',
    'En annan person ska bekräfta detta. Innan dess händer ingenting.',
    'Another person has to confirm it. Until then nothing happens.',
  ),
  commands: text('Mitä voit tehdä', 'Vad du kan göra', 'What you can do'),
  nothingToDo: text(
    'Tässä tilassa sinulla ei ole tehtävää.',
    'I det här läget finns inget för dig att göra.',
    'There is nothing for you to do in this state.',
  ),
  onBehalf: text('Kirjaa organisaation puolesta', 'Anteckna för organisationens räkning', 'Record on its behalf'),
  apiOnly: text('vain rajapinnan kautta', 'endast via gränssnittet', 'over the API only'),
  deadlines: text('Määräpäivät', 'Dagar och frister', 'Dates'),
  deadline: text('Määräpäivä', 'Dag', 'Date'),
  basis: text('Peruste', 'Grund', 'Basis'),
  noDeadlines: text('Määräpäiviä ei ole.', 'Det finns inga dagar.', 'There are no dates.'),
  proposals: text('Vahvistusta odottavat', 'Väntar på bekräftelse', 'Waiting to be confirmed'),
  proposedBy: text('Ehdotti', 'Föreslaget av', 'Proposed by'),
  whatIsProposed: text('Mitä ehdotetaan', 'Vad som föreslås', 'What is proposed'),
  unknownProposal: text(
    'Tällaista ehdotusta ei ole. Ehdotukset näkyvät asian sivulla.',
    'Det finns inget sådant förslag. Förslagen visas på ärendets sida.',
    'There is no such proposal. Proposals are shown on the page of their matter.',
  ),
  proposalVoid: text(
    'Tätä ei voi enää vahvistaa: asiassa on tapahtunut muuta sen jälkeen, kun sitä ehdotettiin. Mitään ei tehty. Tarvittaessa se on ehdotettava uudelleen.',
    'Detta kan inte längre bekräftas: annat har hänt i ärendet efter att det föreslogs. Ingenting gjordes. Vid behov ska det föreslås på nytt.',
    'This cannot be confirmed any more: something else has happened in the matter since it was proposed. Nothing was done. Where it is still needed, it has to be proposed anew.',
  ),
  reject: text('Hylkää', 'Förkasta', 'Reject'),
  children: text('Osat', 'Delar', 'Parts'),
  documents: text('Asiakirjat', 'Handlingar', 'Documents'),
  records: text('Viralliset asiakirjat', 'Officiella handlingar', 'Official records'),
  history: text('Mitä on tapahtunut', 'Vad som har hänt', 'What has happened'),
  earlier: text('Aiemmat tapahtumat', 'Tidigare händelser', 'Earlier events'),
  latest: text('Uusimmat tapahtumat', 'Senaste händelser', 'Latest events'),
  mails: text('Viestit', 'Meddelanden', 'Messages'),
  noMails: text('Viestejä ei ole.', 'Det finns inga meddelanden.', 'There are no messages.'),
  allMails: text('Kaikki asian viestit', 'Alla meddelanden i ärendet', 'All messages of the matter'),
  note: text('Huomautus lokiin', 'Anmärkning till loggen', 'Remark for the log'),
  noteHelp: text(
    'Näkyy tapahtumalokissa. Älä kirjoita henkilötietoja.',
    'Syns i händelseloggen. Skriv inte personuppgifter.',
    'It is shown in the event log. Do not write personal data.',
  ),
  preview: text('Katso, mitä tapahtuu', 'Se vad som händer', 'See what happens'),
  previewFirst: text(
    'Mitään ei vielä tapahdu: näet ensin, mitä seuraa.',
    'Ännu händer ingenting: du ser först vad som följer.',
    'Nothing happens yet: you see first what would follow.',
  ),
  noForm: text(
    'Tätä ei voi vielä tehdä työpöydällä, koska sen tiedot eivät mahdu lomakkeeseen. Se tehdään rajapinnan kautta.',
    'Detta kan ännu inte göras vid arbetsbordet, eftersom uppgifterna inte ryms i ett formulär. Det görs via gränssnittet.',
    'This cannot be done at the desk yet, because what it asks for does not fit into a form. It is done over the API.',
  ),
  dateTakenAway: text(
    'Päivää ei voi poistaa. Anna toinen päivä tai palauta entinen.',
    'En dag kan inte tas bort. Ange en annan dag eller återställ den tidigare.',
    'A date cannot be taken away. Give another day, or put back the one that stood.',
  ),
  overtaken: text(
    'Joku ehti ennen sinua: asiassa on tapahtunut muuta sen jälkeen, kun avasit lomakkeen. Mitään ei tallennettu.',
    'Någon hann före dig: annat har hänt i ärendet efter att du öppnade formuläret. Ingenting sparades.',
    'Somebody was faster: something else has happened after you opened the form. Nothing was saved.',
  ),
  overtakenHow: text(
    'Tekstisi on lomakkeessa. Tarkista, mitä on tapahtunut, ja katso uudelleen, mitä lomakkeesta seuraa.',
    'Din text finns i formuläret. Kontrollera vad som har hänt och se på nytt vad formuläret leder till.',
    'Your text is in the form. See what has happened, and look again what would follow.',
  ),
  impossible: text(
    'Tätä ei voi enää tehdä: asia on siirtynyt toiseen tilaan. Mitään ei tallennettu.',
    'Detta kan inte längre göras: ärendet har övergått i ett annat läge. Ingenting sparades.',
    'This cannot be done any more: the matter has moved on. Nothing was saved.',
  ),
} as const satisfies Record<string, Text>;

/** What follows from a step, before it is taken. */
export const previewWords = {
  title: text('Näin tapahtuu', 'Detta händer', 'This happens'),
  notYet: text('Mitään ei ole vielä tehty.', 'Ingenting har gjorts ännu.', 'Nothing has been done yet.'),
  second: text(
    'Hyvinvointialue on päättänyt, että toinen henkilö vahvistaa tämän.',
    'Välfärdsområdet har beslutat att en annan person bekräftar detta.',
    'The county has decided that another person confirms this.',
  ),
  stateThen: text('Asian tila sen jälkeen', 'Ärendets läge efteråt', 'The state afterwards'),
  events: text('Tapahtumat', 'Händelser', 'Events'),
  deadlines: text('Määräpäivät', 'Dagar och frister', 'Dates'),
  set: text('asetetaan', 'sätts', 'is set'),
  moved: text('siirtyy', 'flyttas', 'moves'),
  ended: text('päättyy', 'upphör', 'ends'),
  mails: text('Lähtevät viestit', 'Meddelanden som skickas', 'Messages that leave'),
  noMails: text('Viestejä ei lähde.', 'Inga meddelanden skickas.', 'No messages leave.'),
  unwritten: text(
    'Viestiä ei voi kirjoittaa rekisterin tiedoilla',
    'Meddelandet kan inte skrivas med uppgifterna i registret',
    'The message cannot be written as the register stands',
  ),
  started: text('Alkavat asiat', 'Ärenden som inleds', 'Matters that start'),
  tasks: text('Tehtävät', 'Uppgifter', 'Tasks'),
  taskCloses: text('Tehtävä sulkeutuu', 'En uppgift stängs', 'A task closes'),
  refused: text('Mitä ei otettaisi vastaan', 'Vad som inte skulle tas emot', 'What would not be taken'),
  confirm: text('Vahvista ja tee', 'Bekräfta och gör', 'Confirm and do it'),
  edit: text('Muuta tietoja', 'Ändra uppgifterna', 'Change it'),
  given: text('Mitä annoit', 'Vad du angav', 'What you gave'),
} as const satisfies Record<string, Text>;

export const deadlineStates: Record<Deadline['status'], Text> = {
  open: text('avoinna', 'öppen', 'open'),
  passed: text('myöhässä', 'försenad', 'overdue'),
  paused: text('keskeytetty', 'pausad', 'paused'),
  met: text('täytetty ajoissa', 'uppfylld i tid', 'met in time'),
  'met-late': text('täytetty myöhässä', 'uppfylld för sent', 'met late'),
  missed: text('jäi täyttämättä', 'uppfylldes inte', 'missed'),
  over: text('aika on päättynyt', 'tiden har gått ut', 'over'),
  cancelled: text('peruttu', 'återtagen', 'cancelled'),
};

export const reachStates: Record<'asked' | 'handed-over' | 'reached', Text> = {
  asked: text('pyydetty', 'begärt', 'asked'),
  'handed-over': text(
    'viesti annettu perille toimitettavaksi',
    'meddelandet har lämnats för leverans',
    'a message was handed over',
  ),
  reached: text('vahvistettu vastaanotetuksi', 'mottagandet har bekräftats', 'confirmed to have arrived'),
};

export const basisNames: Record<Basis, Text> = {
  statutory: text('lakisääteinen määräaika', 'lagstadgad tidsfrist', 'statutory time limit'),
  'statutory-period-end': text(
    'lakisääteisen kauden päättyminen',
    'slutet av en lagstadgad period',
    'end of a statutory period',
  ),
  decided: text('toimielimen päätös', 'organets beslut', 'decided by a body'),
  agreed: text('yhdessä sovittu', 'gemensamt avtalad', 'agreed together'),
  requested: text('hyvinvointialueen pyyntö', 'välfärdsområdets begäran', 'asked for by the county'),
};
