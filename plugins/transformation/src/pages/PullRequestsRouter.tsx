import { Route, Routes } from 'react-router-dom';
import { PullRequestPage } from './pullRequest/PullRequestPage';
import { PullRequestsPage } from './pullRequests/PullRequestsPage';

/** What is under `/pull-requests`. */
export const PullRequestsRouter = () => (
  <Routes>
    <Route path="/" element={<PullRequestsPage />} />
    <Route path="/:pullRequestId" element={<PullRequestPage />} />
  </Routes>
);
