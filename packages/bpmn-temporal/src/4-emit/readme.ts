import { allNodes } from '../1-parse/walk';
import { commentText } from './code';
import type { Project, ProjectProcess } from './project';

/** README.md, written once: what the processes are, from the drawing, and how to run them. */
export function readmeFile(project: Project): string {
  const jobs = project.jobs.map(
    job =>
      `| \`${cell(job.type)}\` | \`${job.functionName}\` | ${cell(
        job.shapes.elements.map(node => node.name || node.id).join(', '),
      )} |`,
  );
  return `# ${markdown(
    project.processes.map(({ model }) => model.name || model.id).join(', '),
  )}

A Temporal project, compiled from [${project.drawingPath}](${
    project.drawingPath
  }).

${project.processes.map(processSection).join('\n')}
## Jobs

| job type | function in \`src/activities.ts\` | used by |
|---|---|---|
${jobs.join('\n')}

An activity that is not filled in answers with what \`src/defaults.gen.ts\` has for it.

## Run

    npm install
    npm test
    npm start

The worker reads \`TEMPORAL_ADDRESS\` (default \`localhost:7233\`), \`TEMPORAL_NAMESPACE\` (\`default\`), \`TEMPORAL_TASK_QUEUE\`
(\`${
    project.name
  }\`), \`TEMPORAL_TLS\`, \`TEMPORAL_API_KEY\`, and, for worker versioning, \`TEMPORAL_DEPLOYMENT_NAME\` with
\`TEMPORAL_WORKER_BUILD_ID\`.

    temporal workflow start --type ${
      project.processes[0]?.workflowType ?? ''
    } --task-queue ${project.name} --input '{}'
    temporal workflow query --type state --workflow-id …

When nothing serves the project any more, \`npm run withdraw\` takes back what begins its instances: schedules of timers, and
what messages, signals and calls find.

## Whose file is it

\`*.gen.ts\`, the drawing and \`compile.lock.json\` belong to the compiler and are overwritten. Everything else was written once and is
yours.
`;
}

function processSection({ model, workflowType }: ProjectProcess): string {
  const documented = [...allNodes(model.body)].filter(
    node => node.documentation,
  );
  const steps = documented.map(
    node =>
      `- **${markdown(node.name || node.id)}** (\`${cell(
        node.id,
      )}\`): ${markdown(node.documentation)}`,
  );
  return `## ${markdown(model.name || model.id)}

Workflow type \`${workflowType}\`. ${markdown(model.documentation)}

${steps.join('\n')}
`;
}

function markdown(text: string): string {
  return commentText(text).replace(/[\\`*_{}[\]<>#|]/g, '\\$&');
}

function cell(text: string): string {
  return commentText(text).replace(/[`|]/g, '');
}
