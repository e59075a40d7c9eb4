import { Route, Routes } from 'react-router-dom';
import { ArtifactPage } from './artifact/ArtifactPage';
import { ArtifactsPage } from './artifacts/ArtifactsPage';

/** What is under `/artifacts`. */
export const ArtifactsRouter = () => (
  <Routes>
    <Route path="/" element={<ArtifactsPage />} />
    <Route path="/:artifactId/*" element={<ArtifactPage />} />
  </Routes>
);
