import { Controller, Get, Inject } from '@nestjs/common';
import type { Store } from '@app/store';
import { z } from 'zod';
import { Allow } from '../access/allow.decorator';
import { Describe } from '../openapi/describe.decorator';
import { named } from '../openapi/named-schemas';
import { STORE } from '../store.token';

const countyList = named(
  'CountyList',
  z.object({
    items: z.array(
      z.object({ code: z.string(), name: z.object({ fi: z.string(), sv: z.string(), en: z.string().optional() }) }),
    ),
    next: z.null(),
  }),
);

/** The counties that use this installation: public data. */
@Controller('v1/counties')
export class CountiesController {
  constructor(@Inject(STORE) private readonly store: Store) {}

  @Get()
  @Allow('register:read')
  @Describe({
    tag: 'counties',
    summary: 'The counties',
    answers: { 200: { description: 'Every county with its names.', schema: countyList } },
  })
  async list() {
    return { items: await this.store.register.counties(), next: null };
  }
}
