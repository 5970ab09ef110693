/** What the advance assignment asks Asikkala. */
export function requestData(changes: Record<string, unknown> = {}) {
  const question = (id: string, fi: string) => ({ id, text: { fi, sv: `${fi} (sv)`, en: `${fi} (en)` } });
  return {
    organisation: '016',
    organisationKind: 'municipality',
    subject: 'advance-assignment',
    about: '2027',
    questions: [
      question('efforts', 'Mitkä olivat tärkeimmät toimenne?'),
      question('topics', 'Mistä haluatte neuvotella?'),
    ],
    dueOn: '2026-08-17',
    closes: '16:15',
    basis: 'requested',
    lastOn: '2026-08-21',
    negotiation: { on: '2026-08-27', at: '08:30', until: '15:15', place: 'Lahti', basis: 'agreed' },
    answeringBody: {
      id: '016-hyvinvointilautakunta',
      name: { fi: 'Hyvinvointilautakunta', sv: 'Välfärdsnämnden' },
      lastMeetingOn: '2026-08-11',
      materialsDaysBefore: 7,
    },
    ...changes,
  };
}
