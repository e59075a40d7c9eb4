import { NativeConnection } from '@temporalio/worker';

/** Connects to the server that the environment names: TEMPORAL_ADDRESS, TEMPORAL_API_KEY and TEMPORAL_TLS. */
export function connect(): Promise<NativeConnection> {
  const { env } = process;
  return NativeConnection.connect({
    address: env.TEMPORAL_ADDRESS ?? 'localhost:7233',
    ...(env.TEMPORAL_API_KEY ? { apiKey: env.TEMPORAL_API_KEY } : {}),
    ...(env.TEMPORAL_TLS === 'true' || env.TEMPORAL_API_KEY
      ? { tls: true }
      : {}),
  });
}
