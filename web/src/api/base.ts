/** The gateway's path; links in answers use it too. */
export const BASE = "/api/video-generation";
