export { parseAddress } from '@app/domain';
export { basisSentence } from './basis-sentence';
export { dateAndTime, longDate, onDate, shortDate } from './dates';
export type { MailCommon, Names, NegotiationTime, PartyKind, SubjectMatter } from './fields';
export { messageIdFor } from './message-id';
export { type MailData, type TemplateName, templateNames, templates } from './registry';
export { oneLine, severalLines } from './plain-text';
export { parseMailData, render } from './render';
export { type Audience, type Mail, MailDataError } from './template';
