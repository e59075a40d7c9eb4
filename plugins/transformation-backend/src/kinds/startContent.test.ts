import { startContent, startKinds } from '@ameide/plugin-transformation-common';
import { factoryKinds } from '.';
import { checkContent } from './checkContent';

it.each(startKinds)('a new %s is valid, whatever it is called', async kind => {
  const definition = factoryKinds.find(each => each.kind === kind)!;
  for (const title of ['Plan', 'Größe: "A" & <b>\\ #1']) {
    const content = startContent(kind, title);
    expect(await checkContent(definition, content)).toEqual([]);
  }
});
