/** The advance assignment as it is asked of a municipality whose board answers. */
export const askedOfAsikkala = {
  organisation: '016',
  organisationKind: 'municipality',
  subject: 'advance-assignment',
  about: '2027',
  title: { fi: 'Ennakkotehtävä, vuosi 2027', sv: 'Förhandsuppgift, år 2027', en: 'Advance assignment, year 2027' },
  questions: [{ id: 'efforts', text: { fi: 'Mitä?', sv: 'Vad?', en: 'What?' } }],
  dueOn: '2026-08-17',
  closes: '16:15',
  basis: 'requested',
  lastOn: '2026-08-21',
  citation: 'countyNegotiates',
  voluntary: true,
  next: {
    title: { fi: 'Neuvottelu', sv: 'Förhandling', en: 'Negotiation' },
    on: '2026-08-27',
    at: '08:30',
    until: '15:15',
    place: 'Lahti',
    basis: 'agreed',
  },
  answeringBody: {
    id: '016-hyvinvointilautakunta',
    name: { fi: 'Hyvinvointilautakunta', sv: 'Välfärdsnämnden' },
    lastMeetingOn: '2026-08-11',
    materialsDaysBefore: 7,
  },
};
