// One name for all of the engine's web applications.
export default { app: { name: 'Welcome', vendor: 'Deskwright' } };
