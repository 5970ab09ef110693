import { ofHandling } from './handling';
import { period, type RequestWords, type SubjectWords, type Whose } from './words';

const negotiation = 'the yearly negotiation on promoting health and wellbeing';

/** The source stands after the first noun. */
const from = ({ from: source }: Whose) => (source === undefined ? '' : ` from ${source}`);
const forYear = ({ about }: Whose) => (about === undefined ? '' : ` of ${period(about)}`);
const inTerm = ({ about }: Whose) => (about === undefined ? '' : ` (council term ${period(about)})`);
const named = ({ title }: Whose) => (title === undefined ? '' : ` (${title})`);

function card(label: string, why: string): RequestWords {
  const wanted = (whose: Whose) => `the ${label.toLowerCase()}${from(whose)} for the wellbeing report${forYear(whose)}`;
  return {
    label,
    given: 'card',
    receipt: 'card received',
    wanted,
    received: wanted,
    canStillBeGiven: 'The card can still be given',
    act: 'Fill in the card',
    voluntary: 'Filling in the card is voluntary.',
    why,
    used: (when) => `We compile the cards into the wellbeing report ${when}.`,
    usedThen: 'We then compile the cards into the wellbeing report. A later card cannot be included.',
    concerning: ({ from: _from, ...whose }) => ` about ${wanted(whose)}`,
  };
}

const answer = (whose: Whose) => `a reply${from(whose)} to the advance assignment for ${negotiation}`;
const status = (whose: Whose) => `the present status${named(whose)}${from(whose)}`;
const termAccount = (whose: Whose) =>
  `the extensive wellbeing account and the wellbeing plan${inTerm(whose)}${from(whose)}`;
const topics = (whose: Whose) => `topics for the meeting of the interface advisory board${named(whose)}${from(whose)}`;

/** The words for what an organisation is asked to give, in English. */
export const enWords: SubjectWords = {
  'advance-assignment': {
    label: 'Advance assignment',
    given: 'reply',
    receipt: 'reply received',
    wanted: answer,
    received: answer,
    canStillBeGiven: 'The reply can still be given',
    act: 'Reply',
    voluntary: 'Answering the advance assignment is voluntary.',
    why: 'the negotiation is prepared on the basis of the answers.',
    used: (when) => `We compile the answers as a basis for the negotiation ${when}.`,
    usedThen: 'We then compile the answers as a basis for the negotiation. A later reply cannot be included.',
    concerning: () => ` to the advance assignment for ${negotiation}`,
  },
  'municipality-card': card(
    'Municipality card',
    'the wellbeing report describes the wellbeing of the residents and what the municipalities do to promote it.',
  ),
  'sector-card': card(
    'Sector card',
    'the wellbeing report describes what the sectors of the county have done to promote wellbeing.',
  ),
  'ngo-card': card(
    'Organisation card',
    'the wellbeing report describes what the organisations have done to promote wellbeing.',
  ),
  'indicator-status': {
    label: 'Indicator card',
    given: 'reply',
    receipt: 'reply received',
    wanted: status,
    received: status,
    canStillBeGiven: 'The status can still be given',
    act: 'Give the status',
    voluntary: 'Giving the status is voluntary.',
    why: 'we follow the agreed changes every four months.',
    used: (when) => `We update the indicator card with the status ${when}.`,
    usedThen: 'We then update the indicator card. What comes later cannot be included in this update.',
    concerning: ({ title }) => ` about ${status({ title })}`,
  },
  'term-account': {
    label: 'Wellbeing account and plan',
    given: 'reply',
    receipt: 'reply received',
    wanted: termAccount,
    received: (whose) => `a reply${from(whose)} about ${termAccount({ about: whose.about })}`,
    canStillBeGiven: 'The account and the plan can still be delivered',
    act: 'Deliver the account and the plan',
    voluntary: 'Responding to the request is voluntary.',
    why: 'we keep a record of the wellbeing accounts and plans of the municipalities.',
    used: (when) =>
      `We record the account and the plan as delivered and compile where the municipalities stand ${when}.`,
    usedThen: 'We then compile where the municipalities stand.',
    concerning: (whose) => ` about ${termAccount({ about: whose.about })}`,
  },
  'interface-topics': {
    label: 'Topics for the meeting',
    given: 'reply',
    receipt: 'reply received',
    wanted: topics,
    received: (whose) => `a reply${from(whose)} about ${topics({ title: whose.title })}`,
    canStillBeGiven: 'Topics can still be proposed',
    act: 'Propose topics',
    voluntary: 'Proposing topics is voluntary.',
    why: 'the agenda is made of what the contacts of the interfaces propose.',
    used: (when) => `We compile the items of the meeting from the proposals ${when}.`,
    usedThen: 'We then compile the items. A later proposal cannot be taken up in this meeting.',
    concerning: ({ title }) => ` about ${topics({ title })}`,
  },
  ...ofHandling('en'),
};
