export { parseAddress } from '@app/domain';
export { basisSentence } from './basis-sentence';
export { type CalendarEvent, eventTime, icalendarOf } from './calendar/icalendar';
export { compose, composeDigest, ComposeError, type DigestFacts, type MailFacts } from './compose/compose';
export { personKey } from './compose/person-key';
export { type Preview, previewMail, previewSample } from './compose/preview';
export {
  type DeliveryReport,
  countyOfReport,
  noReports,
  readReport,
  type ReadReport,
  reportLimit,
} from './reports/read-report';
export type { RecipientReport } from './reports/delivery-fields';
export { askedOf, type MailTo, recipientOf } from './compose/recipient';
export { dateAndTime, longDate, onDate, shortDate } from './dates';
export { type DigestItem, renderDigest } from './digest/digest';
export { DayPost, type Letter } from './post/day-post';
export { dutySentence } from './duty-sentence';
export { handledMatter, nextStep, requestCitation, requestSubject } from './fields';
export type { MailCommon, Names, NegotiationTime, PartyKind, SubjectMatter } from './fields';
export { handledMatterWords } from './handled-matters';
export { nextSentence } from './next-step';
export { wordsOf } from './subject-matter';
export { type Leaving, leavingOf, type Situation } from './leaving';
export { deliveriesOf } from './deliveries';
export { messageIdFor } from './message-id';
export { type MailData, type TemplateName, templateNames, templates } from './registry';
export { sentenceStart } from './names';
export { oneLine, severalLines } from './plain-text';
export { parseMailData, render } from './render';
export { type Audience, type Mail, type MailCalendar, MailDataError } from './template';
export { isReminder } from './reminding';
export { dueOnOf, trueUntilOf, type Urgency, urgencyOf } from './urgency';
