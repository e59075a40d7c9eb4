/**
 * Everything of bpmn.io, in a chunk of its own: import this file dynamically only, so that lists stay quick.
 */
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import './diagram.css';
import Modeler from 'bpmn-js/lib/Modeler';
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import {
  BpmnPropertiesPanelModule,
  BpmnPropertiesProviderModule,
  ZeebePropertiesProviderModule,
} from 'bpmn-js-properties-panel';
import camundaCloudBehaviors from 'camunda-bpmn-js-behaviors/lib/camunda-cloud';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';

/** A modeler that knows the properties of Camunda 8, with its properties panel. */
export function newModeler(container: HTMLElement, panel: HTMLElement) {
  return new Modeler({
    container,
    propertiesPanel: { parent: panel },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      ZeebePropertiesProviderModule,
      camundaCloudBehaviors,
    ],
    moddleExtensions: { zeebe },
  });
}

/** A viewer that can be moved and zoomed. */
export function newViewer(container: HTMLElement) {
  return new NavigatedViewer({ container, moddleExtensions: { zeebe } });
}
