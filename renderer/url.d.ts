/** A file of the build by its own address: the worker of the PDF reader. */
declare module '*?url' {
  const url: string;
  // oxlint-disable-next-line import/no-default-export -- the bundler's own way of giving an address
  export default url;
}
