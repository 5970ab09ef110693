import type { Language } from '@app/domain';
import type { HandledMatter } from './fields';
import { termName } from './step-of';

type MatterWords = {
  /** What is handled: the beginning of a subject, and the name of its document. */
  label: string;
  /** The same inside a subject: in Finnish in the genitive. */
  short: string;
  /** The object of handling. */
  object: string;
  /** Why it is asked, and what is done with what is told. `about` is a year or a council term. */
  why: (about: string) => string;
  use: string;
  voluntary: string;
};

const fiVoluntary = 'Käsittelystä ilmoittaminen on vapaaehtoista.';
const svVoluntary = 'Att meddela uppgifter om behandlingen är frivilligt.';
const enVoluntary = 'Reporting the handling is voluntary.';

/** The words for what is handled. No act is quoted: reporting the handling is asked for, and no act requires it. */
export const handledMatterWords: Record<Language, Record<HandledMatter, MatterWords>> = {
  fi: {
    'negotiation-result-handling': {
      label: 'Neuvottelun tulos',
      short: 'neuvottelun tuloksen',
      object: 'hyvinvoinnin ja terveyden edistämisen vuosineuvottelun tuloksen',
      why: (about) => `tulos on tarkoitettu otettavaksi huomioon vuoden ${about} toiminnassa ja talousarviossa.`,
      use: 'seuraamme, miten tulos on käsitelty kunnissa, ja valmistelemme seuraavan neuvottelun sen pohjalta.',
      voluntary: 'Pyyntöön vastaaminen on vapaaehtoista.',
    },
    'wellbeing-report-handling': {
      label: 'Hyvinvointiraportti',
      short: 'hyvinvointiraportin',
      object: 'hyvinvointialueen hyvinvointiraportin',
      why: (about) => `raportti kertoo alueen hyvinvoinnista (${termName(about)}) kunnan oman työn pohjaksi.`,
      use: 'seuraamme, miten raportti on käsitelty kunnissa, ja valmistelemme vuosineuvottelun sen pohjalta.',
      voluntary: fiVoluntary,
    },
    'term-account-handling': {
      label: 'Hyvinvointikertomus',
      short: 'hyvinvointikertomuksen',
      object: 'hyvinvointikertomuksen ja -suunnitelman',
      why: (about) =>
        `kertomus ja suunnitelma (${termName(about)}) ovat kuntien ja hyvinvointialueen yhteisen työn pohja.`,
      use: 'seuraamme, missä kunnissa kertomus on käsitelty, ja kokoamme kertomuksista alueen yhteisen tilannekuvan.',
      voluntary: fiVoluntary,
    },
    'cooperation-agreement-handling': {
      label: 'Yhteistyösopimus',
      short: 'yhteistyösopimuksen',
      object: 'hyvinvointialueen ja kuntien yhteistyösopimuksen',
      why: (about) =>
        `sopimus (${termName(about)}) allekirjoitetaan, kun hyvinvointialue ja kunnat ovat hyväksyneet sen.`,
      use: 'seuraamme, missä kunnissa sopimus on käsitelty, ja sovimme sen allekirjoittamisesta.',
      voluntary: fiVoluntary,
    },
  },
  sv: {
    'negotiation-result-handling': {
      label: 'Resultatet av förhandlingen',
      short: 'resultatet',
      object: 'resultatet av den årliga förhandlingen om främjande av hälsa och välfärd',
      why: (about) => `avsikten är att resultatet beaktas i verksamheten och budgeten för år ${about}.`,
      use: 'vi följer hur resultatet har behandlats i kommunerna och bereder nästa förhandling utifrån det.',
      voluntary: 'Att svara på begäran är frivilligt.',
    },
    'wellbeing-report-handling': {
      label: 'Välfärdsrapporten',
      short: 'välfärdsrapporten',
      object: 'välfärdsområdets välfärdsrapport',
      why: (about) =>
        `rapporten beskriver välfärden i området (${termName(about)}) som underlag för kommunens eget arbete.`,
      use: 'vi följer hur rapporten har behandlats i kommunerna och bereder den årliga förhandlingen utifrån det.',
      voluntary: svVoluntary,
    },
    'term-account-handling': {
      label: 'Välfärdsberättelsen',
      short: 'välfärdsberättelsen',
      object: 'välfärdsberättelsen och välfärdsplanen',
      why: (about) =>
        `berättelsen och planen (${termName(about)}) är underlag för kommunernas och välfärdsområdets gemensamma arbete.`,
      use: 'vi följer i vilka kommuner berättelsen har behandlats och sammanställer en gemensam lägesbild av området.',
      voluntary: svVoluntary,
    },
    'cooperation-agreement-handling': {
      label: 'Samarbetsavtalet',
      short: 'samarbetsavtalet',
      object: 'samarbetsavtalet mellan välfärdsområdet och kommunerna',
      why: (about) => `avtalet (${termName(about)}) undertecknas när välfärdsområdet och kommunerna har godkänt det.`,
      use: 'vi följer i vilka kommuner avtalet har behandlats och kommer överens om undertecknandet.',
      voluntary: svVoluntary,
    },
  },
  en: {
    'negotiation-result-handling': {
      label: 'Result of the negotiation',
      short: 'the result',
      object: 'the result of the yearly negotiation on promoting health and wellbeing',
      why: (about) => `the result is meant to be taken into account in the activities and budget for ${about}.`,
      use: 'we follow how the result has been handled in the municipalities and prepare the next negotiation on that basis.',
      voluntary: 'Responding to the request is voluntary.',
    },
    'wellbeing-report-handling': {
      label: 'Wellbeing report',
      short: 'the wellbeing report',
      object: "the county's wellbeing report",
      why: (about) =>
        `the report describes wellbeing in the area (${termName(about)}) as a basis for the municipality's own work.`,
      use: 'we follow how the report has been handled in the municipalities and prepare the yearly negotiation on that basis.',
      voluntary: enVoluntary,
    },
    'term-account-handling': {
      label: 'Wellbeing account',
      short: 'the wellbeing account',
      object: 'the wellbeing account and plan',
      why: (about) =>
        `the account and the plan (${termName(about)}) are the basis of the work that the municipalities and the county share.`,
      use: 'we follow in which municipalities the account has been handled, and draw up a shared picture of the area.',
      voluntary: enVoluntary,
    },
    'cooperation-agreement-handling': {
      label: 'Cooperation agreement',
      short: 'the cooperation agreement',
      object: 'the cooperation agreement between the county and the municipalities',
      why: (about) =>
        `the agreement (${termName(about)}) is signed once the county and the municipalities have approved it.`,
      use: 'we follow in which municipalities the agreement has been handled, and agree on its signing.',
      voluntary: enVoluntary,
    },
  },
};
