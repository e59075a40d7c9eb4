import type { OpenDiagram } from '../../../diagram/openDiagram';
import { anInstance } from '../../../__testUtils__/samples';
import { instanceMarks } from './instanceMarks';

const diagram = {
  flows: () => [
    { id: 'F1', source: 'Start', target: 'Gateway' },
    { id: 'F2', source: 'Gateway', target: 'Approve' },
    { id: 'F3', source: 'Gateway', target: 'Lost' },
    { id: 'Back', source: 'Approve', target: 'Gateway' },
  ],
} as unknown as OpenDiagram;
const of = (tone: string, instance = anInstance()) =>
  instanceMarks(instance, diagram).filter(mark => mark.tone === tone);

describe('instanceMarks', () => {
  it('colours the way so far, and no flow that was not taken', () => {
    expect(of('visited').map(m => m.elementId)).toEqual([
      'Start',
      'Gateway',
      'Approve',
      'F1',
      'F2',
    ]);
  });

  it('counts the tokens at an element', () => {
    const instance = anInstance();
    instance.state!.tokens.push({ ...instance.state!.tokens[0] });
    expect(of('token', instance)).toEqual([
      expect.objectContaining({ elementId: 'Approve', badge: '2' }),
    ]);
  });

  it('marks incidents and failing jobs with their message', () => {
    const instance = anInstance({
      failingJobs: [{ elementId: 'Score', attempt: 3, message: 'refused' }],
    });
    instance.state!.incidents.push({
      key: 'k',
      elementId: 'Gateway',
      message: 'no flow fits',
      since: '',
    });
    expect(of('error', instance).map(m => [m.elementId, m.title])).toEqual([
      ['Gateway', 'Incident: no flow fits'],
      ['Score', 'Attempt 3 failed: refused'],
    ]);
  });

  it('has nothing to show where no worker answers', () => {
    expect(instanceMarks(anInstance({ state: undefined }), diagram)).toEqual(
      [],
    );
  });
});
