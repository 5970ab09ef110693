import { indicatorCardForm } from '../../libs/workflows/src/cards/indicator-card-form';
import { interfaceTopicsForm } from '../../libs/workflows/src/cards/interface-topics-form';
import { municipalityCard } from '../../libs/workflows/src/cards/municipality-card';
import { ngoCard } from '../../libs/workflows/src/cards/ngo-card';
import { sectorCard } from '../../libs/workflows/src/cards/sector-card';
import { termAccountForm } from '../../libs/workflows/src/cards/term-account-form';
import type { Json } from '@app/workflows';
import { askedOfAsikkala } from './asked-of-asikkala';

const text = (fi: string, sv: string, en: string) => ({ fi, sv, en });
const asked = {
  ...askedOfAsikkala,
  organisationKind: 'municipality',
  about: '2026',
  citation: null,
  voluntary: true,
  next: {
    title: text('Hyvinvointiraportti lautakunnassa', 'Välfärdsrapporten i nämnden', 'The report in the board'),
    on: '2026-09-24',
    basis: 'decided',
  },
};

const cards = {
  'municipality-card': {
    ...asked,
    subject: 'municipality-card',
    title: text('Kuntakortti 2026', 'Kommunkort 2026', 'Municipality card 2026'),
    questions: municipalityCard('2026'),
    citation: 'countyReports',
  },
  'sector-card': {
    ...asked,
    organisation: 'jarjesto-1',
    organisationKind: 'other',
    subject: 'sector-card',
    title: text('Toimialakortti 2026', 'Sektorkort 2026', 'Sector card 2026'),
    questions: sectorCard('2026'),
    voluntary: false,
    answeringBody: null,
  },
  'ngo-card': {
    ...asked,
    organisation: 'jarjesto-1',
    organisationKind: 'other',
    subject: 'ngo-card',
    title: text('Järjestökortti 2026', 'Organisationskort 2026', 'Organisation card 2026'),
    questions: ngoCard('2026'),
    answeringBody: null,
  },
  'indicator-status': {
    ...asked,
    subject: 'indicator-status',
    title: text('Indikaattorikortti: yksinäisyys', 'Indikatorkort: ensamhet', 'Indicator card: loneliness'),
    questions: indicatorCardForm(text('%', '%', '%')),
    voluntary: false,
    next: null,
  },
  'term-account': {
    ...asked,
    subject: 'term-account',
    about: '2025-2029',
    title: text('Hyvinvointikertomus', 'Välfärdsberättelse', 'Wellbeing account'),
    questions: termAccountForm(),
    citation: 'municipalityTakesPart',
    voluntary: false,
  },
  'interface-topics': {
    ...asked,
    audience: 'interface:kotoutuminen',
    subject: 'interface-topics',
    title: text('Aiheet: kotoutuminen', 'Ämnen: integration', 'Topics: integration'),
    questions: interfaceTopicsForm(),
  },
};

/** Requests of every subject beside the advance assignment, each with its own form. */
export const askedForCards = cards as unknown as Record<keyof typeof cards, Json>;
