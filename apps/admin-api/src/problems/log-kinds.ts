import { text } from '../language/text';
import { kind } from './kind';

/** What can be wrong with a question to the log, or about the past. */
export const logKinds = {
  'not-begun': kind(
    404,
    text('Työnkulku ei ollut vielä alkanut', 'Förloppet hade inte börjat', 'The workflow had not begun'),
    text(
      'Kysy myöhempää hetkeä tai sijaa.',
      'Fråga efter en senare tidpunkt eller position.',
      'Ask for a later moment or position.',
    ),
  ),
  'content-gone': kind(
    410,
    text('Sisältö on hävitetty', 'Innehållet har gallrats', 'The content has been disposed of'),
    text(
      'Työnkulun tapahtumien sisältö on hävitetty säilytysajan päätyttyä, eikä aiempaa tilaa voi enää laskea.',
      'Innehållet i förloppets händelser har gallrats när förvaringstiden gått ut, och tidigare lägen kan inte längre räknas fram.',
      'What the events of the workflow said has been disposed of at the end of its retention, and earlier states cannot be computed any more.',
    ),
  ),
  'no-such-position': kind(
    422,
    text('Lokissa ei ole tätä sijaa', 'Loggen har inte denna position', 'The log has no such position'),
    text(
      'Anna sija, johon hyvinvointialueen loki on jo kasvanut.',
      'Ange en position som välfärdsområdets logg redan har nått.',
      'Give a position that the log of the county has grown to.',
    ),
  ),
  'too-many-streams': kind(
    429,
    text('Avoimia tapahtumavirtoja on liikaa', 'För många öppna händelseströmmar', 'Too many open streams'),
    text(
      'Sulje aiempi virta tai lue lokia sivuittain: GET /v1/events.',
      'Stäng en tidigare ström eller läs loggen sida för sida: GET /v1/events.',
      'Close an earlier stream, or read the log page by page: GET /v1/events.',
    ),
  ),
} as const;
