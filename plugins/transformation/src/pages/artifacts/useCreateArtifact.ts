import { useApi, useRouteRef } from '@backstage/frontend-plugin-api';
import { useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { v7 as uuidv7 } from 'uuid';
import { transformationApiRef } from '../../api/transformationApi';
import { useAction } from '../../api/useAction';
import { artifactRouteRef } from '../../routes';

/** Creates an artifact and goes to it. The same try again carries the same command id: it is made once. */
export function useCreateArtifact() {
  const api = useApi(transformationApiRef);
  const link = useRouteRef(artifactRouteRef);
  const navigate = useNavigate();
  const attempt = useRef<{ of: string; commandId: string }>();

  return useAction(
    async (request: {
      kind: string;
      title: string;
      owner?: string;
      content: string;
    }) => {
      const of = JSON.stringify(request);
      if (attempt.current?.of !== of) {
        attempt.current = { of, commandId: uuidv7() };
      }
      const { artifact } = await api.createArtifact({
        ...request,
        commandId: attempt.current.commandId,
      });
      if (link) navigate(link({ artifactId: artifact.id }));
    },
  );
}
