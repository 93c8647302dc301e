// One name for all of the engine's web applications.
export default { app: { name: 'Admin', vendor: 'Deskwright' } };
