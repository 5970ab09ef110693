import type { Instance, WorkflowEvent } from '@app/workflows';
import type { Database } from '../connection/database';
import { watchCommand } from '../connection/watch';
import type { FourEyes } from '../proposals/four-eyes';
import type { Bell } from '../work/bell';
import type { WorkClaim } from '../work/work-store';
import { EngineCommands } from './engine-commands';
import { Foresight } from './foresight';
import { PersonCommands } from './person-commands';
import { PersonDecisions } from './person-decisions';
import { VersionMoves } from './version-moves';
import { WorkflowReads } from './workflow-reads';
import type {
  ChildOverview,
  CommandAnswer,
  CommandForesight,
  CommandRequest,
  EngineAnswer,
  EngineRequest,
  Foreseen,
  Listed,
  MigrationAnswer,
  MigrationRequest,
  Page,
  StartAnswer,
  StartForesight,
  StartRequest,
  WorkflowFilter,
  WorkflowStore,
} from './workflow-store';

/** Workflows: commands from people and from the engine, and reading. */
export class Workflows implements WorkflowStore {
  private readonly reads: WorkflowReads;
  private readonly people: PersonCommands;
  private readonly foresight: Foresight;
  private readonly engine: EngineCommands;
  private readonly moves: VersionMoves;

  constructor(
    private readonly database: Database,
    bell: Bell,
    fourEyes: FourEyes,
  ) {
    this.reads = new WorkflowReads(database);
    const replay = (county: string, id: string, version: number) => this.reads.readAt(county, id, version);
    const decisions = new PersonDecisions(database, replay, fourEyes);
    this.people = new PersonCommands(database, bell, decisions);
    this.foresight = new Foresight(database, decisions);
    this.engine = new EngineCommands(database, bell, replay);
    this.moves = new VersionMoves(database, bell, this.reads);
  }

  give(request: CommandRequest): Promise<CommandAnswer> {
    return watchCommand(this.database.watch, { command: request.name }, () => this.people.give(request));
  }

  giveAsEngine(request: EngineRequest, work?: WorkClaim): Promise<EngineAnswer> {
    return watchCommand(this.database.watch, { command: request.name }, () => this.engine.give(request, work));
  }

  start(request: StartRequest): Promise<StartAnswer> {
    const { definition } = request;
    return watchCommand(this.database.watch, { command: 'start', definition }, () => this.people.start(request));
  }

  foresee(request: CommandRequest, after?: Foreseen): Promise<CommandForesight> {
    return this.foresight.command(request, after);
  }

  foreseeStart(request: StartRequest, after?: Foreseen): Promise<StartForesight> {
    return this.foresight.start(request, after);
  }

  migrate(request: MigrationRequest): Promise<MigrationAnswer> {
    return this.moves.migrate(request);
  }

  read(county: string, id: string): Promise<Instance | undefined> {
    return this.reads.read(county, id);
  }

  readAt(county: string, id: string, version: number): Promise<Instance | undefined> {
    return this.reads.readAt(county, id, version);
  }

  children(county: string, id: string): Promise<ChildOverview[]> {
    return this.reads.children(county, id);
  }

  list(county: string, filter: WorkflowFilter, page: Page): Promise<Listed<Instance>> {
    return this.reads.list(county, filter, page);
  }

  events(county: string, id: string, page: { after: number; limit: number }): Promise<WorkflowEvent[]> {
    return this.reads.events(county, id, page);
  }
}
