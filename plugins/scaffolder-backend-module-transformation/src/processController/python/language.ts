import { described } from '../../service/described';
import type { ProcessLanguage } from '../language';
import type { ProcessModel } from '../model';

const controllerPy = ({ name, tenant }: ProcessModel) => `\
"""What the service is called."""

# in every line of the log, every metric and every trace
CONTROLLER_TYPE = "process-controller"
CONTROLLER_NAME = "${name}"
# its drawing in the artifact store
ARTIFACT = "tenants/${tenant}/artifacts/${name}"

# what a token has to be good for
READ_SCOPE = "${name}.read"
WRITE_SCOPE = "${name}.operate"
`;

const dependenciesPy = ({ services }: ProcessModel) => `\
"""Services that jobs call."""

from clients.address import Address

DEPENDENCIES: dict[str, Address] = {${services
  .map(
    ({ name, ref, variable }) => `
    "${name}": Address(
        ref="${ref}",
        variable="${variable}",
    ),`,
  )
  .join('')}${services.length ? '\n' : ''}}
`;

export const python: ProcessLanguage = {
  named: { 'pyproject.toml': described },
  files: model => [
    { path: 'src/service/controller.py', content: controllerPy(model) },
    { path: 'src/clients/dependencies.py', content: dependenciesPy(model) },
  ],
  commands: {
    server: ['python', '-m', 'service.main'],
    worker: ['python', '-m', 'worker.main'],
  },
  cut: ({ name }) => `\
    ${name}.bpmn         the drawing; tests/paths/ holds the worker against every path of it
    src/process/         the process: its workflow, its elements, and its jobs in activities.py
    policies.yaml        timeouts and retries, read when the worker starts
    src/connection/      the way to Temporal; data_converter.py is for encryption
    src/bpmn/            what workflows are made of
    src/worker/          the worker, its policies, logs and spans
    src/service/         the API
    src/clients/         how jobs get to the services that this one depends on
    proto/               the contract
    modeling/            rules and templates for who draws
    chart/               Helm chart
    requirements/        what is installed, by checksum; \`make lock\` writes it anew
    test/                cases.yaml says what happens on each path
    tests/               paths/, runtime/, unit/, and integration/ through the generated client

\`make generate\` lists the paths of the drawing in \`test/paths.gen.json\`. Where drawing and worker differ, a test says where.`,
  client: `\
\`\`\`python
from gen.acme.orders.v1.order_service_connect import OrderServiceClient

orders = client_of("orders", OrderServiceClient, token)
\`\`\``,
};
