import {
  build,
  buildFiles,
  checkRequest,
  checkResult,
  createBuildRequest,
  pullRequest,
  proposeServiceRequest,
  pullRequestDetail,
  repositoryFile,
  serviceProposal,
  serviceSource,
} from '@ameide/plugin-transformation-common';
import { fileQuery, listQuery } from '../pullRequests';
import { listOf, type Operation } from './operation';

/** Routes of builds and of the forge. */
export const buildOperations: Operation[] = [
  {
    method: 'post',
    path: '/check',
    summary: 'What is wrong in a content; of a drawing, what the compiler says',
    body: checkRequest,
    answer: checkResult,
  },
  {
    method: 'post',
    path: '/artifacts/{artifact}/builds',
    summary: 'Builds a revision',
    body: createBuildRequest,
    status: 202,
    answer: build,
  },
  {
    method: 'get',
    path: '/artifacts/{artifact}/builds',
    summary: 'Builds of an artifact, newest first',
    answer: listOf(build),
  },
  {
    method: 'get',
    path: '/builds/{build}',
    summary: 'How a build stands',
    answer: build,
  },
  {
    method: 'get',
    path: '/builds/{build}/files',
    summary: 'What a build has made',
    answer: buildFiles,
  },
  {
    method: 'get',
    path: '/services/{service}',
    summary: 'Where the source of a service is, or will be',
    answer: serviceSource,
  },
  {
    method: 'post',
    path: '/services/{service}/proposals',
    summary:
      'Proposes what a template has made as the source of a service, or merges it into what is there, by a pull request',
    body: proposeServiceRequest,
    answer: serviceProposal,
  },
  {
    method: 'get',
    path: '/pull-requests',
    summary: 'Pull requests, the last changed first',
    query: listQuery,
    answer: listOf(pullRequest),
  },
  {
    method: 'get',
    path: '/pull-requests/{id}',
    summary: 'A pull request with its diff',
    answer: pullRequestDetail,
  },
  {
    method: 'post',
    path: '/pull-requests/{id}/merge',
    summary: 'Merges a pull request',
    answer: pullRequest,
  },
  {
    method: 'get',
    path: '/repository-files',
    summary: 'A file of the main branch of a repository',
    query: fileQuery,
    answer: repositoryFile,
  },
];
