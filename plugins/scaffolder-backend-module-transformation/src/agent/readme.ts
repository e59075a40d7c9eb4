import { markdown } from '../text/markdown';
import type { AgentLanguage } from './languages/language';
import type { AgentModel } from './readAgent';

/** The README of the agent, for who works on it. */
export const readme = (
  { name, title, description, definition }: AgentModel,
  { folders }: AgentLanguage,
): string => `\
# ${markdown(title)}
${description ? `\n${markdown(description)}\n` : ''}
Agent \`${name}\`: the graph that \`agent.yaml\` declares, run by LangGraph.

\`\`\`sh
make generate   # stubs of the tools, from the protos
make lint       # types, sources
make test       # unit and integration tests, with a scripted model
make sandbox    # runs the scenarios where nothing can happen, and records that they passed
make run        # the agent, configured by the environment
make studio     # the graph in LangGraph's own tools
make image      # the image
make chart      # checks the chart in all three lanes
\`\`\`

## What it may call

${
  definition.tools.length
    ? `| tool | of | risk | scopes | |
| --- | --- | --- | --- | --- |
${definition.tools
  .map(
    tool =>
      `| \`${tool.id}\` | \`${tool.service}/${tool.method}\` | ${
        tool.risk ?? 'propose'
      } | ${(tool.scopes ?? []).map(markdown).join(', ')} | ${markdown(
        tool.description ?? '',
      )} |`,
  )
  .join('\n')}`
    : 'Nothing: it has no tools.'
}

A tool is there for a node that is granted it, in a run of a caller whose token has its scopes; the token goes on to the controller. What has the risk
\`propose\` is never called: the answer of the run lists it under \`proposals\`, for whoever decides. What has the risk \`write\` is called by a version
only that \`make sandbox\` has passed, which is recorded in \`sandbox/passed.json\` and goes into the image; else it is proposed as well.

## How it is run

\`POST /v1/runs\` with \`{"input": "…"}\`, and a token with \`tenantId\` and the scope \`${name}.run\`. \`openapi.yaml\` has the rest. The agent keeps
nothing: a run that waits for a person answers with its \`state\`, which comes back with the person's answer as \`{"resume": {"state": …, "answer": …}}\`.
Whoever sends it could have changed it, and so it decides about nothing that the token does not: scopes and grants are looked at again.

\`/mcp\` is an MCP server over HTTP, with \`run_agent\` and the tools of the risk \`read\`.

## How it is cut

    agent.yaml           the definition; agent.schema.json says what it may say
    proto/               contracts of the controllers, as they came
    sandbox/scenarios/   what has to go well before it changes anything
${folders}

## Configuration

| variable | meaning |
| --- | --- |
| \`AUTH_ISSUER\`, \`AUTH_AUDIENCE\`, \`AUTH_JWKS_URL\` | whose tokens are taken |
| \`CONTROLLERS\` | addresses of what tools call, as JSON: \`{"component:demo/orders": "http://orders.demo:8080"}\` |
| \`MODEL\` | \`provider:name\`, in place of what \`agent.yaml\` says |
| \`ANTHROPIC_API_KEY\`, \`OPENAI_API_KEY\`, \`GOOGLE_API_KEY\` | the key of the model's provider |
| \`PORT\`, \`ADMIN_PORT\` | 8080 for requests, 8081 for \`/livez\`, \`/readyz\` and \`/metrics\` |
| \`LOG_LEVEL\` | \`info\` |
| \`DRAIN_MS\` | how long it goes on serving once it is to end; 5000 |
| \`OTEL_EXPORTER_OTLP_ENDPOINT\` | where traces go |
`;
