/**
 * Colours for light and dark. Every text keeps a contrast of at least 4.5:1 on whatever it stands; a test reckons it.
 */
export const palettes = {
  light: {
    paper: '#ffffff',
    ink: '#1b2430',
    soft: '#4a5665',
    date: '#7a3d00',
    line: '#5d6b7a',
    group: '#f4f6f9',
    inner: '#eaeef3',
    step: '#ffffff',
    now: '#fff2c2',
    nowLine: '#0b4a8f',
    passed: '#e3efe6',
    end: '#e4eaf2',
  },
  dark: {
    paper: '#12181f',
    ink: '#eef2f6',
    soft: '#b9c4d0',
    date: '#ffc27a',
    line: '#8b99a8',
    group: '#1a222c',
    inner: '#222c38',
    step: '#12181f',
    now: '#4a3c08',
    nowLine: '#8fc1ff',
    passed: '#1d3a27',
    end: '#2b3644',
  },
} as const;

type Palette = (typeof palettes)['light' | 'dark'];

const colours = (palette: Palette): string =>
  Object.entries(palette)
    .map(([name, colour]) => `--${name}:${colour}`)
    .join(';');

/** The picture's whole style: no font and nothing else is fetched. */
export const svgStyle = [
  `svg{${colours(palettes.light)}}`,
  `@media (prefers-color-scheme:dark){svg{${colours(palettes.dark)}}}`,
  'text{font-family:Arial,Helvetica,"Liberation Sans",sans-serif;fill:var(--ink)}',
  '.paper{fill:var(--paper)}',
  '.heading{font-size:18px;font-weight:700}.title{font-size:14px;font-weight:700}.said{font-size:12px}',
  '.soft{font-size:12px;fill:var(--soft)}.date{font-size:12px;fill:var(--date);font-weight:700}',
  '.group{fill:var(--group);stroke:var(--line)}.inner{fill:var(--inner)}.region{stroke-dasharray:6 4}',
  '.step{fill:var(--step);stroke:var(--line)}.end{fill:var(--end);stroke:var(--ink);stroke-width:2}',
  '.any{fill:none;stroke:var(--line);stroke-dasharray:4 3}',
  '.passed{fill:var(--passed)}.now{fill:var(--now);stroke:var(--nowLine);stroke-width:4}',
  '.line{fill:none;stroke:var(--line);stroke-width:1.5}',
  '.head,.dot{fill:var(--line)}.back{fill:var(--paper);fill-opacity:.94}',
  '.clock{fill:none;stroke:var(--date);stroke-width:1.5}',
].join('');
