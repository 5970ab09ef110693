import { Controller, Get, Inject, Param, Res } from '@nestjs/common';
import { parseTilePath, type Tile, tileWidth } from '@app/ledger';
import type { SignedCheckpoint, Store } from '@app/store';
import type { Response } from 'express';
import { Allow, Public } from '../access/allow.decorator';
import { By, type Caller } from '../access/caller';
import { Reads } from '../access/reads.decorator';
import { notOfCounty } from '../input/own-id.decorator';
import { Describe } from '../openapi/describe.decorator';
import { Problem } from '../problems/problem';
import { STORE } from '../store.token';
import { checkpointOf } from './present-checkpoint';

const bytes = 'application/octet-stream';
const unchanging = 'max-age=31536000, immutable';

const tileAnswer = {
  200: {
    description: 'The tile. It never changes.',
    file: [bytes],
    headers: { 'Cache-Control': { description: 'For good.' } },
  },
};

/** The county's log as foreign tools and witnesses read it (C2SP tlog-tiles). */
@Controller('log/:county')
export class LogTilesController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get('checkpoint')
  @Public()
  @Describe({
    tag: 'log',
    summary: 'How far the log has grown, signed',
    description:
      'A signed note (C2SP tlog-checkpoint): origin, size and root, and the lines of the log’s keys and of its witnesses.',
    answers: { 200: { description: 'The latest checkpoint.', file: ['text/plain'] } },
    problems: ['no-checkpoint', 'database-away', 'internal-error'],
  })
  async checkpoint(@Param('county') county: string, @Res() response: Response): Promise<void> {
    const { note } = await checkpointOf(this.store, county);
    response.set('Cache-Control', 'no-cache').type('text/plain; charset=utf-8').send(note);
  }

  @Get('tile/entries/*path')
  @Allow('log:entries')
  @Reads('event', { subject: ['path'], before: true })
  @Describe({
    tag: 'log',
    summary: 'A bundle of 256 entries, or of as many as there are',
    description:
      'As C2SP tlog-tiles writes it: each entry is led by its length in two bytes, and is canonical JSON that says who did what to which id. ' +
      '`path` is the number of the bundle as `x001/x234/067`, with `.p/<width>` where it is not full.',
    answers: tileAnswer,
    problems: ['unknown-id', 'no-checkpoint', 'no-tile'],
  })
  async entries(
    @By() caller: Caller,
    @Param('county') county: string,
    @Param('path') path: string[],
    @Res() response: Response,
  ): Promise<void> {
    if (county !== caller.county) throw notOfCounty(caller, county);
    send(response, await this.tileAt(county, `tile/entries/${path.join('/')}`), 'private');
  }

  @Get('tile/:level/*path')
  @Public()
  @Describe({
    tag: 'log',
    summary: 'A tile of 256 hashes, or of as many as there are',
    description:
      'As C2SP tlog-tiles writes it. Hashes say nothing of what was logged. `path` is the number of the tile as `x001/x234/067`, with ' +
      '`.p/<width>` where it is not full.',
    answers: tileAnswer,
    problems: ['no-checkpoint', 'no-tile', 'database-away', 'internal-error'],
  })
  async hashes(
    @Param('county') county: string,
    @Param('level') level: string,
    @Param('path') path: string[],
    @Res() response: Response,
  ): Promise<void> {
    send(response, await this.tileAt(county, `tile/${level}/${path.join('/')}`), 'public');
  }

  private async tileAt(county: string, path: string): Promise<Buffer> {
    const tile = parseTilePath(path);
    if (!tile || !isWithin(tile, await checkpointOf(this.store, county))) throw new Problem('no-tile');
    const content = await this.store.log.tile(county, tile);
    if (!content) throw new Error(`The log of ${county} has a checkpoint beyond ${path}`);
    return content;
  }
}

/** What nobody has signed is not given out. */
function isWithin({ level, index, width }: Tile, { size }: SignedCheckpoint): boolean {
  return (index * tileWidth + width) * tileWidth ** (level === 'entries' ? 0 : level) <= size;
}

function send(response: Response, content: Buffer, whose: 'public' | 'private'): void {
  response.set('Cache-Control', `${whose}, ${unchanging}`).type(bytes).send(content);
}
