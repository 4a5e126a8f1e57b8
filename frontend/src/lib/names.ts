// Swedish compounds are longer than a table's column; these are the last parts that names of boards are built with.
const joints = /(?<=\p{L}{3})(nämnden|styrelsen|fullmäktige|företag|förvaltningen|utbildnings|skole)/gu

/** The name with soft hyphens where it may break; nothing is seen of them where there is room. */
export const breakable = (name: string): string => name.replace(joints, '\u00ad$1')
