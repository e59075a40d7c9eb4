import { withContractFolder } from '../contracts';
import type { ProcessLanguage } from '../language';
import type { ProcessModel } from '../model';

const identityGo = ({ name, tenant }: ProcessModel) => `\
// Package identity says who the service is.
package identity

// ControllerType and ControllerName are in every line of the log, every metric
// and every trace.
const (
	ControllerType = "process-controller"
	ControllerName = "${name}"
)

// Artifact is the drawing in the artifact store.
const Artifact = "tenants/${tenant}/artifacts/${name}"

// ReadScope and WriteScope are what a token has to be good for.
const (
	ReadScope  = "${name}.read"
	WriteScope = "${name}.operate"
)
`;

const dependenciesGo = ({ services }: ProcessModel) => `\
package clients

// Dependencies are the services that activities call, by name.
var Dependencies = map[string]Address{${services
  .map(
    ({ name, ref, variable }) => `
	"${name}": {
		Ref:      "${ref}",
		Variable: "${variable}",
	},`,
  )
  .join('')}${services.length ? '\n' : ''}}
`;

export const go: ProcessLanguage = {
  named: withContractFolder,
  files: model => [
    { path: 'internal/identity/identity.go', content: identityGo(model) },
    {
      path: 'internal/clients/dependencies.go',
      content: dependenciesGo(model),
    },
  ],
  commands: { server: ['/service/api'], worker: ['/service/worker'] },
  cut: ({ name }) => `\
    ${name}.bpmn         the drawing; test/ holds the worker against every path of it
    internal/process/    the process as a workflow, and what its jobs take and answer
    internal/activities/ the jobs: business logic goes here
    policies.yaml        timeouts and retries, read when the worker starts
    internal/connection/ the way to Temporal; converter.go is for encryption
    internal/bpmn/       what workflows are made of
    internal/services/   the API; internal/instances/ finds what it is asked for
    internal/clients/    how activities get to the services that this one depends on
    proto/               the contract
    modeling/            rules and templates for who draws
    chart/               Helm chart
    test/                paths/, cases.yaml says what happens on each; integration/ through the generated client

\`make generate\` lists the paths of the drawing in \`test/paths.gen.json\`. Where drawing and worker differ, a test says where.`,
  client: `\
\`\`\`go
import "service/gen/acme/orders/v1/ordersv1connect"

to, err := clients.To("orders", token)
orders := ordersv1connect.NewOrderServiceClient(to.HTTP, to.URL, to.Token)
\`\`\``,
};
