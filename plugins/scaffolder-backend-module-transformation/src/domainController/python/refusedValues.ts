import type { Aggregate, Field } from '../model/model';
import { call, dict, format, tuple } from './format';
import { attribute } from './names';
import { send } from './requests';

const DEEPER = '        ';

/** A test of values that the rules of the fields forbid; none where there are no rules. */
export function refusedValues({ name, snake, fields }: Aggregate): string {
  const cases = fields.flatMap(field =>
    violationsOf(field).map(value =>
      tuple(
        dict('', [[attribute(field.name), value]]),
        `"${snake}.${field.name}"`,
      ),
    ),
  );
  if (!cases.length) return '';
  return `

@pytest.mark.parametrize(
    ("values", "where"),
    [
${cases.map(part => format(part, DEEPER, ',')).join('\n')}
    ],
)
async def test_refuses_values_that_do_not_fit_and_says_where(
    acme: Client, values: dict[str, Any], where: str
) -> None:
    with fails_with(Code.INVALID_ARGUMENT, where):
${send(`Create${name}`, call('create_request', '**values'), { indent: DEEPER })}
`;
}

function violationsOf(field: Field): string[] {
  const absent = (value: string) =>
    'required' in field && field.required ? [value] : [];
  switch (field.type) {
    case 'string':
      return [`"x" * ${field.maxLength + 1}`, '"\\0"', ...absent('""')];
    case 'timestamp':
      return ['Timestamp(seconds=253_402_300_800)', ...absent('None')];
    case 'enum':
      return ['99', ...absent('0')];
    case 'bool':
      return [];
    default:
      if (!field.nonNegative) return [];
      return [field.type === 'double' ? '-1.0' : '-1'];
  }
}
