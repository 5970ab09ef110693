import type { Type } from '@nestjs/common';
import { DeskDutiesController } from './duties/desk-duties.controller';
import { DeskLogController } from './log/desk-log.controller';
import { DeskNotificationsController } from './notifications/desk-notifications.controller';
import { SignInController } from './sign-in/sign-in.controller';
import { DeskTasksController } from './tasks/desk-tasks.controller';
import { TodayController } from './today/today.controller';
import { DeskCommandController } from './workflow/command.controller';
import { DeskProposalController } from './workflow/proposal.controller';
import { DeskWorkflowController } from './workflow/workflow.controller';
import { DeskWorkflowsController } from './workflows/desk-workflows.controller';

/** The pages for people at the county: none of the API, so that the OpenAPI document does not describe them. */
export const deskControllers: readonly Type[] = [
  SignInController,
  TodayController,
  DeskWorkflowsController,
  DeskWorkflowController,
  DeskCommandController,
  DeskProposalController,
  DeskTasksController,
  DeskNotificationsController,
  DeskDutiesController,
  DeskLogController,
];
