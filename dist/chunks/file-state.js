/** Which file it is, and what it was when it was asked: another text wherever its bytes may be others. */
const fileState = ({ ino, size, mtimeNs, ctimeNs }             )         =>
  `${ino} ${size} ${mtimeNs} ${ctimeNs}`;

export { fileState as f };
