import type { Language } from '@app/domain';
import { commandsOf } from '../kernel/kernel-commands';
import { findDefinition } from '../registry';
import { textOf } from './json-values';
import { roleName } from './role-names';
import type { Sentences, Told } from './told';

/** API keys that are made and revoked: on the stream `<county>.log`. */
const keyWords: Sentences = {
  KeyMade: {
    fi: (t) =>
      `${t.who} loi API-avaimen ${t.text('key')} (${roleIn(t, 'fi')}${t.where('permissions', () => ', vain osa roolin oikeuksista')}${t.where('expiresOn', () => `, voimassa ${t.day('expiresOn')} asti`)}).`,
    sv: (t) =>
      `${t.who} skapade API-nyckeln ${t.text('key')} (${roleIn(t, 'sv')}${t.where('permissions', () => ', endast en del av rollens rättigheter')}${t.where('expiresOn', () => `, gäller till och med ${t.day('expiresOn')}`)}).`,
    en: (t) =>
      `${t.who} made the API key ${t.text('key')} (${roleIn(t, 'en')}${t.where('permissions', () => ', only some permissions of the role')}${t.where('expiresOn', () => `, in force until ${t.day('expiresOn')}`)}).`,
  },
  KeyRevoked: {
    fi: (t) => `${t.who} poisti API-avaimen ${t.text('key')} käytöstä.`,
    sv: (t) => `${t.who} tog API-nyckeln ${t.text('key')} ur bruk.`,
    en: (t) => `${t.who} took the API key ${t.text('key')} out of use.`,
  },
};

/** Commands that a second person confirms: each proposal has a stream of its own; which need one stands on `<county>.log`. */
const fourEyesWords: Sentences = {
  FourEyesChanged: {
    fi: (t) =>
      t.list('commands').length > 0
        ? `${t.who} päätti, että toisen henkilön on vahvistettava seuraavat toiminnot: ${namedIn(t, 'fi')}.`
        : `${t.who} päätti, ettei mikään toiminto vaadi toisen henkilön vahvistusta.`,
    sv: (t) =>
      t.list('commands').length > 0
        ? `${t.who} beslutade att en andra person ska bekräfta följande åtgärder: ${namedIn(t, 'sv')}.`
        : `${t.who} beslutade att ingen åtgärd kräver en andra persons bekräftelse.`,
    en: (t) =>
      t.list('commands').length > 0
        ? `${t.who} decided that a second person has to confirm these commands: ${namedIn(t, 'en')}.`
        : `${t.who} decided that no command needs a second person.`,
  },
  CommandProposed: {
    fi: (t) => `${t.who} esitti toisen henkilön vahvistettavaksi toiminnon ${proposedIn(t, 'fi')}.`,
    sv: (t) => `${t.who} föreslog för en andra persons bekräftelse åtgärden ${proposedIn(t, 'sv')}.`,
    en: (t) => `${t.who} proposed, for a second person to confirm, the command ${proposedIn(t, 'en')}.`,
  },
  CommandConfirmed: {
    fi: (t) => `${t.who} vahvisti toisen henkilön esittämän toiminnon ${proposedIn(t, 'fi')}.`,
    sv: (t) => `${t.who} bekräftade åtgärden ${proposedIn(t, 'sv')}, som en annan person hade föreslagit.`,
    en: (t) => `${t.who} confirmed the command ${proposedIn(t, 'en')} that another person had proposed.`,
  },
  CommandRejected: {
    fi: (t) => `${t.who} hylkäsi esityksen toiminnosta ${proposedIn(t, 'fi')}.`,
    sv: (t) => `${t.who} avslog förslaget till åtgärden ${proposedIn(t, 'sv')}.`,
    en: (t) => `${t.who} rejected the proposal of the command ${proposedIn(t, 'en')}.`,
  },
  ProposalVoided: {
    fi: (t) => `Esitys toiminnosta ${proposedIn(t, 'fi')} raukesi, koska työnkulku oli muuttunut.`,
    sv: (t) => `Förslaget till åtgärden ${proposedIn(t, 'sv')} förföll, eftersom förloppet hade ändrats.`,
    en: (t) => `The proposal of the command ${proposedIn(t, 'en')} became void, as the workflow had changed.`,
  },
  ProposalLapsed: {
    fi: (t) => `Esitys toiminnosta ${proposedIn(t, 'fi')} raukesi, koska kukaan ei ratkaissut sitä ajoissa.`,
    sv: (t) => `Förslaget till åtgärden ${proposedIn(t, 'sv')} förföll, eftersom ingen avgjorde det i tid.`,
    en: (t) => `The proposal of the command ${proposedIn(t, 'en')} lapsed, as nobody decided on it in time.`,
  },
};

/** Who may do what, and who has to confirm it. */
export const accessWords: Sentences = { ...keyWords, ...fourEyesWords };

function roleIn(told: Told, language: Language): string {
  const role = told.text('role');
  return roleName(role)?.[language] ?? role;
}

/** The title of a command, and the workflow it is for. */
function proposedIn(told: Told, language: Language): string {
  const workflow = told.where('workflow', (id) => ` (${id})`);
  return `${titleIn(told, `${told.text('definition')}/${told.text('command')}`, language)}${workflow}`;
}

function namedIn(told: Told, language: Language): string {
  return told.joined(told.list('commands').map((command) => titleIn(told, textOf(command), language)));
}

/** A command is called what it is called now; one that is not known here stands by its name. */
function titleIn(told: Told, name: string, language: Language): string {
  const [of = '', command = ''] = name.split('/');
  const definition = findDefinition(of);
  const title = definition && commandsOf(definition)[command]?.title[language];
  return told.quoted(definition && title ? `${definition.title[language]}: ${title}` : name);
}
