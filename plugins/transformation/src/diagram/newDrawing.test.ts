import { newDrawing } from './newDrawing';

describe('newDrawing', () => {
  it('is well-formed whatever the title', () => {
    const xml = newDrawing('<"Angebot" & \'Auftrag\'>');
    const drawing = new DOMParser().parseFromString(xml, 'application/xml');
    expect(drawing.querySelector('parsererror')).toBeNull();
    const process = drawing.getElementsByTagName('bpmn:process')[0];
    expect(process.getAttribute('id')).toBe('angebot-auftrag');
    expect(process.getAttribute('name')).toBe('<"Angebot" & \'Auftrag\'>');
  });

  it('has a place on the plane for each element', () => {
    const drawing = new DOMParser().parseFromString(
      newDrawing('A'),
      'application/xml',
    );
    const drawn = [...drawing.querySelectorAll('[bpmnElement]')].map(e =>
      e.getAttribute('bpmnElement'),
    );
    const ids = [...drawing.querySelectorAll('[id]')].map(e => e.id);
    expect(drawn.every(id => ids.includes(id!))).toBe(true);
    expect(drawn).toHaveLength(6);
  });
});
