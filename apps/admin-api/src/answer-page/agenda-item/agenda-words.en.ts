import type { AgendaWords } from './agenda-vocabulary';

const theBody = (body: string) => `The body (${body})`;
const givesAnswer = (body: string) => `${theBody(body)} decides to give the county the answer in the attachment.`;

export const enAgenda: AgendaWords = {
  labels: {
    body: 'Body and meeting',
    section: 'Section',
    caseNumber: 'Case number',
    title: 'Matter',
    preparer: 'Prepared by',
    account: 'Account',
    proposal: 'Proposal for a decision',
    competence: 'Competence',
    attachments: 'Attachments',
    appeal: 'Appeal',
    extract: 'Extract of the minutes',
  },
  fillIn: {
    plain: '[fill in]',
    body: '[fill in: body]',
    day: '[fill in: day of the meeting]',
    section: '[fill in: section]',
    preparer: '[fill in: name, title and contact details]',
    competence: '[fill in: section of the administrative regulations]',
    appeal: '[fill in: prohibition of appeal, or instructions]',
  },
  answerTitle: (title) => `Answer to the request of the wellbeing services county: ${title}`,
  hasAsked: ({ county, who, wanted, on }) => `${county} has asked ${who} ${on} for ${wanted}.`,
  hasAskedToHandle: ({ county, body, object }) =>
    `${county} has asked that the body (${body}) handle ${object}, and that the date, the section and the decision be reported to the county.`,
  askedBy: (when) => `The answer has been asked for by ${when}.`,
  reportedBy: (when) => `A report on the handling has been asked for by ${when}.`,
  notStatutory: 'The date is not a statutory time limit.',
  use: {
    'advance-assignment': (when) =>
      `The county compiles the answers as a basis for the yearly negotiation and sends the summary to all its parties ${when}.`,
    'municipality-card': (when) =>
      `In its wellbeing report the county describes the wellbeing of the residents and what the municipalities do to promote it. The cards are compiled for the report ${when}.`,
    'sector-card': (when) =>
      `In its wellbeing report the county describes what its sectors do to promote wellbeing. The cards are compiled for the report ${when}.`,
    'ngo-card': (when) =>
      `In its wellbeing report the county describes what organisations do to promote wellbeing. The cards are compiled for the report ${when}.`,
    'indicator-status': (when) =>
      `The county follows the agreed goals every four months and updates the indicator card with what is told ${when}.`,
    'term-account': (when) =>
      `The county records the account and the plan as delivered and draws up the situation by municipality ${when}.`,
    'interface-topics': (when) =>
      `The county compiles the agenda of the interface board's meeting from the proposals ${when}.`,
  },
  useOfHandling: 'The county follows how the matter has been handled in the municipalities of the area.',
  questions: 'The request asks:',
  answerAttached: 'The proposed answer is attached.',
  answerAttachment: 'Proposed answer [fill in]',
  answerProposal: {
    'advance-assignment': givesAnswer,
    'municipality-card': (body) =>
      `${theBody(body)} decides to give the county the municipality card in the attachment.`,
    'sector-card': givesAnswer,
    'ngo-card': givesAnswer,
    'indicator-status': (body) => `${theBody(body)} decides to give the county the status in the attachment.`,
    'term-account': (body) =>
      `${theBody(body)} decides to deliver the attached wellbeing account and wellbeing plan to the county.`,
    'interface-topics': (body) => `${theBody(body)} decides to propose the topics in the attachment to the county.`,
  },
  handlingProposal: {
    'negotiation-result-handling': ({ body, about, object }) =>
      `${theBody(body)} notes ${object} and takes it into account in preparing the activities and the budget for ${about}.`,
    'wellbeing-report-handling': ({ body, object }) =>
      `${theBody(body)} notes ${object} and takes it into account in promoting health and wellbeing.`,
    'term-account-handling': ({ body, object }) => `${theBody(body)} notes ${object}.`,
    'cooperation-agreement-handling': ({ body, object }) => `${theBody(body)} decides to approve ${object}.`,
  },
};
