import { z } from 'zod';
import {
  artifact,
  artifactCommand,
  artifactContent,
  artifactEvent,
  changePage,
  commandResult,
  createArtifactRequest,
  gate,
  kindInfo,
  listedArtifact,
  pageOf,
  revision,
  upload,
} from '@ameide/plugin-transformation-common';
import { contentQuery, eventsQuery, listQuery } from '../artifacts';
import { feedQuery } from '../feed';
import { listOf, type Operation } from './operation';

/** Routes of the store. */
export const artifactOperations: Operation[] = [
  {
    method: 'get',
    path: '/artifacts',
    summary:
      'Artifacts of the tenant, the last changed first; with search the best found first',
    query: listQuery,
    answer: pageOf(listedArtifact),
  },
  {
    method: 'post',
    path: '/artifacts',
    summary: 'Makes an artifact',
    body: createArtifactRequest,
    status: 201,
    answer: commandResult,
  },
  {
    method: 'get',
    path: '/artifacts/{artifact}',
    summary: 'An artifact without its content; its ETag is its sequence',
    answer: artifact,
  },
  {
    method: 'get',
    path: '/artifacts/{artifact}/content',
    summary: 'The content, byte for byte, now or at an earlier sequence',
    query: contentQuery,
    answer: artifactContent,
  },
  {
    method: 'get',
    path: '/artifacts/{artifact}/download',
    summary:
      'The content as a stream of bytes, 10 MiB at most, now or at an earlier sequence',
    query: contentQuery,
    answer: z.string(),
    answerType: 'application/octet-stream',
  },
  {
    method: 'get',
    path: '/artifacts/{artifact}/events',
    summary: 'What happened to an artifact, oldest first',
    query: eventsQuery,
    answer: listOf(artifactEvent),
  },
  {
    method: 'get',
    path: '/artifacts/{artifact}/revisions',
    summary: 'The revisions of an artifact, newest first',
    answer: listOf(revision),
  },
  {
    method: 'get',
    path: '/artifacts/{artifact}/revisions/{revision}/gate',
    summary: 'Whether a revision could be promoted now',
    answer: gate,
  },
  {
    method: 'post',
    path: '/artifacts/{artifact}/commands',
    summary: 'Changes an artifact; If-Match may stand for expectedSequence',
    body: artifactCommand,
    answer: commandResult,
  },
  {
    method: 'post',
    path: '/uploads',
    summary:
      'Keeps a content of 10 MiB at most, which commands can name for a day; what is larger than 64 KiB has to be sent so',
    body: z.string(),
    contentType: 'application/octet-stream',
    status: 201,
    answer: upload,
  },
  {
    method: 'get',
    path: '/events',
    summary: 'What happened in the tenant behind a position, in order',
    query: feedQuery,
    answer: changePage,
  },
  {
    method: 'get',
    path: '/kinds',
    summary: 'The kinds that can be stored, with their JSON Schemas',
    answer: listOf(kindInfo),
  },
];
