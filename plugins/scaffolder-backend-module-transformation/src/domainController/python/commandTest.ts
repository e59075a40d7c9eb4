import type { Aggregate, Command } from '../model/model';
import { assign, call, format, list } from './format';
import { attribute, method } from './names';
import { ask, send } from './requests';

const BODY = '    ';
const DEEPER = '        ';

/** A command from each state that it is for, and that it is refused from another one. */
export function commandTest(
  { snake, states }: Aggregate,
  { method: rpc, from, to, event }: Command,
): string {
  const wrong = states.find(state => !from.includes(state));
  return `

async def test_leads_by_${method(rpc)}_from_where_it_may(
    acme: Client, other: Client, service: RunningService
) -> None:
    made = await make(acme)
${assign('request', call(`rpc.${rpc}Request`, 'name=made.name'), BODY)}
${format(
  list(
    'for state in ',
    from.map(state => `"STATE_${state}"`),
  ),
  BODY,
  ':',
)}
        await service.put_state(TABLE, id_of(made), state)
        request.context = new_context()
${ask(rpc, 'request', { indent: DEEPER })}
        done = required(response.${attribute(snake)})
        assert done.state == ${1 + states.indexOf(to)}
    events = await service.query(
        "SELECT type FROM outbox WHERE subject = %s ORDER BY sequence DESC LIMIT 1", [made.name]
    )
${format(call('assert events[0]["type"].endswith', `".${event}"`), BODY)}
    request.context = new_context()
    with fails_with(Code.NOT_FOUND):
${send(rpc, 'request', { by: 'other', indent: DEEPER })}
${
  wrong
    ? `\
${format(
  call('await service.put_state', 'TABLE', 'id_of(made)', `"STATE_${wrong}"`),
  BODY,
)}
    with fails_with(Code.FAILED_PRECONDITION):
${send(rpc, 'request', { indent: DEEPER })}
`
    : ''
}`;
}
