import { municipalitiesFrom } from './municipality-classification';

const county = (code: string, name: string) => ({ code, fi: name, sv: `${name} (sv)`, en: `${name} (en)`, n: 1 });
const municipality = (code: string, wsc: string, lang = 'fi', fi = `Kunta ${code}`) => ({
  code,
  fi,
  sv: `Kommun ${code}`,
  lang,
  wsc,
});

/** An invented excerpt in the layout of the classification. */
const table = {
  source: 'invented',
  counties: [county('09', 'Eka'), county('17', 'Toka'), county('90', 'Kaupunki'), county('91', 'Saaret')],
  municipalities: [
    municipality('901', '09'),
    municipality('902', '17', 'sv+fi'),
    municipality('903', '17', 'fi+sv'),
    municipality('904', '17', 'sv'),
    municipality('905', '90', 'fi+sv'),
    municipality('906', '91', 'sv'),
    municipality('907', '91', 'sv'),
  ],
};

function found(data: unknown) {
  const { areas, findings } = municipalitiesFrom(data);
  expect(areas).toEqual([]);
  return findings.map(({ code, path, message }) => [code, path?.join('.'), message.en]);
}

describe('the municipality classification', () => {
  it('gives each county its municipalities, with names and languages', () => {
    const { areas, findings } = municipalitiesFrom(table);
    expect(findings).toEqual([]);
    expect(areas.map(({ county: { code }, organisations }) => [code, organisations.map(({ id }) => id)])).toEqual([
      ['09', ['901']],
      ['17', ['902', '903', '904']],
    ]);
    expect(areas[1]?.county.name).toEqual({ fi: 'Toka', sv: 'Toka (sv)', en: 'Toka (en)' });
    expect(areas[1]?.organisations[0]).toEqual({
      id: '902',
      kind: 'municipality',
      name: { fi: 'Kunta 902', sv: 'Kommun 902' },
      languages: ['sv', 'fi'],
    });
    expect(areas[1]?.organisations.map(({ languages }) => languages.join('+'))).toEqual(['sv+fi', 'fi+sv', 'sv']);
  });

  it('leaves out what is not a wellbeing services county, and counts it', () => {
    expect(municipalitiesFrom(table).leftOut).toEqual([
      { code: '90', name: expect.objectContaining({ fi: 'Kaupunki' }), municipalities: 1 },
      { code: '91', name: expect.objectContaining({ fi: 'Saaret' }), municipalities: 2 },
    ]);
  });

  it.each([
    ['something else', [], 'invalid-classification', '', 'The file has to contain keys and values.'],
    ['no municipalities', { counties: [] }, 'invalid-classification', 'municipalities', 'is missing'],
    [
      'a code without its zero, as spreadsheets write it',
      { ...table, municipalities: [municipality('16', '09')] },
      'invalid-classification',
      'municipalities.0.code',
      "The right form is, for example, '016'",
    ],
    [
      'a language that is none',
      { ...table, municipalities: [municipality('901', '09', 'fi,sv')] },
      'invalid-classification',
      'municipalities.0.lang',
      'Allowed values: fi, sv, fi+sv, sv+fi',
    ],
    [
      'a county that is none',
      { ...table, counties: [...table.counties, county('22', 'Kolmas')] },
      'unknown-county',
      'counties.4.code',
      'the codes are 01–21',
    ],
    [
      'a municipality in a county that is not listed',
      { ...table, municipalities: [municipality('901', '08')] },
      'unknown-county',
      'municipalities.0.wsc',
      '901: the county 08 is not among those of the classification',
    ],
    [
      'one code twice',
      { ...table, municipalities: [municipality('901', '09'), municipality('901', '17')] },
      'duplicate-id',
      'municipalities.1.code',
      'The id 901 stands more than once',
    ],
  ])('finds %s', (_what, data, code, path, message) => {
    expect(found(data)).toEqual([[code, path, expect.stringContaining(message)]]);
  });
});
