import type { Aggregate, Command } from '../model/model';

/** A command from its first state, and that it is refused from the others. */
export function commandTest(aggregate: Aggregate, command: Command): string {
  const { camel: own, states, table } = aggregate;
  const { rpc } = command;
  const wrong = states.find(state => !command.from.includes(state));
  return `
  it('leads by ${command.method} to ${
    command.to
  }, from where it may', async () => {
    const { name } = await make();
    const put = (state: string) =>
      service.query('UPDATE "${table}" SET state = $1 WHERE id = $2', [
        state,
        name.split('/').at(-1),
      ]);
    for (const state of [${command.from
      .map(state => `'STATE_${state}'`)
      .join(', ')}]) {
      await put(state);
      const { ${own}: done } = await acme.${rpc}({ context: context(), name });
      assert.equal(done?.state, ${1 + states.indexOf(command.to)});
    }
    const [event] = await service.query<{ type: string }>(
      'SELECT type FROM outbox WHERE subject = $1 ORDER BY sequence DESC LIMIT 1',
      [name],
    );
    assert.match(event?.type ?? '', /\\.${command.event}$/);
    await assert.rejects(
      other.${rpc}({ context: context(), name }),
      withCode(Code.NotFound),
    );${
      wrong
        ? `
    await put('STATE_${wrong}');
    await assert.rejects(
      acme.${rpc}({ context: context(), name }),
      withCode(Code.FailedPrecondition),
    );`
        : ''
    }
  });
`;
}
