export { parseAddress } from '@app/domain';
export { basisSentence } from './basis-sentence';
export { dateAndTime, longDate, onDate, shortDate } from './dates';
export {
  handledMatter,
  type MailCommon,
  type Names,
  type NegotiationTime,
  type PartyKind,
  type SubjectMatter,
} from './fields';
export { handledMatterWords } from './handled-matters';
export { messageIdFor } from './message-id';
export { type MailData, type TemplateName, templateNames, templates } from './registry';
export { sentenceStart } from './names';
export { oneLine, severalLines } from './plain-text';
export { parseMailData, render } from './render';
export { type Audience, type Mail, MailDataError } from './template';
