import {
  completeUserTaskRequest,
  deployment,
  instance,
  instanceDetail,
  instanceStatistics,
  publishMessageRequest,
  retryIncidentRequest,
  startInstanceRequest,
} from '@ameide/plugin-transformation-common';
import { listQuery } from '../instances';
import { listOf, type Operation } from './operation';

/** Routes of deployments and instances. */
export const instanceOperations: Operation[] = [
  {
    method: 'get',
    path: '/artifacts/{artifact}/deployments',
    summary: 'Where an artifact is deployed',
    answer: listOf(deployment),
  },
  {
    method: 'get',
    path: '/artifacts/{artifact}/statistics',
    summary: 'How many instances of an artifact there are',
    answer: instanceStatistics,
  },
  {
    method: 'get',
    path: '/artifacts/{artifact}/instances',
    summary: 'Instances of an artifact, newest first',
    query: listQuery,
    answer: listOf(instance),
  },
  {
    method: 'post',
    path: '/artifacts/{artifact}/instances',
    summary: 'Starts an instance',
    body: startInstanceRequest,
    status: 201,
    answer: instance,
  },
  {
    method: 'get',
    path: '/instances/{instance}',
    summary: 'An instance with its state',
    answer: instanceDetail,
  },
  {
    method: 'post',
    path: '/instances/{instance}/user-tasks/{key}/complete',
    summary: 'Decides a user task',
    body: completeUserTaskRequest,
    answer: instanceDetail,
  },
  {
    method: 'post',
    path: '/instances/{instance}/messages',
    summary: 'Sends a message to an instance',
    body: publishMessageRequest,
    answer: instanceDetail,
  },
  {
    method: 'post',
    path: '/instances/{instance}/incidents/{key}/retry',
    summary: 'Tries again what is in trouble',
    body: retryIncidentRequest,
    answer: instanceDetail,
  },
  {
    method: 'post',
    path: '/instances/{instance}/cancel',
    summary: 'Ends an instance',
    answer: instanceDetail,
  },
];
