/** What is known about a path before a store is put there. Plain values, so that every rule has its test. */
export type Surroundings = {
  /** Absolute, links resolved, in the form of its system. */
  readonly path: string;
  readonly platform: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  /** Mounted file systems, in the order the system lists them. */
  readonly mounts: readonly Mount[];
  /** The names found in the folder itself and in each folder above it, as far as they may be read. */
  readonly namesAt: (folder: string) => readonly string[];
};

export type Mount = { readonly point: string; readonly type: string };

export type UnsuitablePlace = {
  readonly id: string;
  /** What the person is told the place is. */
  readonly what: string;
} & (
  | { readonly kind: 'segment'; readonly pattern: RegExp }
  | { readonly kind: 'environment'; readonly variable: string; readonly onlyWith?: string }
  | { readonly kind: 'marker'; readonly pattern: RegExp }
  | { readonly kind: 'mount'; readonly pattern: RegExp; readonly pointPattern?: RegExp }
  | { readonly kind: 'networkPath'; readonly pattern: RegExp }
  | { readonly kind: 'iCloudDesktop'; readonly folder: string }
);

/**
 * Where a live store must not be: a synchronising program copies the database and its WAL at different moments,
 * and locks over a network do not hold, so both lose acknowledged edits. One table; each row has its test.
 * Segments are compared with one folder's name; `- Name` and `(Name)` are how work accounts are labelled.
 */
export const unsuitablePlaces: readonly UnsuitablePlace[] = [
  {
    id: 'unc',
    kind: 'networkPath',
    pattern: /^(?:\\\\(?![?.]\\)|\/\/)[^\\/]|^\\\\\?\\UNC\\/i,
    what: 'a network share',
  },

  { id: 'onedrive', kind: 'segment', pattern: /^OneDrive(?: ?[-–(].*)?$/i, what: 'synchronised by OneDrive' },
  { id: 'sharepoint', kind: 'segment', pattern: /\bSharePoint\b/i, what: 'synchronised by SharePoint' },
  { id: 'dropbox', kind: 'segment', pattern: /^Dropbox(?: ?[-–(].*)?$/i, what: 'synchronised by Dropbox' },
  {
    id: 'google-drive',
    kind: 'segment',
    pattern: /^(?:Google ?Drive(?: ?[-–(].*)?|GoogleDrive-.*|My Drive|Shared drives|DriveFS)$/i,
    what: 'synchronised by Google Drive',
  },
  {
    id: 'icloud',
    kind: 'segment',
    pattern: /^(?:iCloud ?Drive|com~apple~CloudDocs|Mobile Documents)$/i,
    what: 'synchronised by iCloud',
  },
  { id: 'macos-cloud', kind: 'segment', pattern: /^CloudStorage$/i, what: 'synchronised by a cloud service' },
  { id: 'box', kind: 'segment', pattern: /^Box(?: Sync| ?[-–(].*)?$/i, what: 'synchronised by Box' },
  {
    id: 'nextcloud',
    kind: 'segment',
    pattern: /^Nextcloud(?:\d| ?[-–(].*)?$/i,
    what: 'synchronised by Nextcloud',
  },
  {
    id: 'owncloud',
    kind: 'segment',
    pattern: /^ownCloud(?:\d| ?[-–(].*)?$/i,
    what: 'synchronised by ownCloud',
  },
  { id: 'pcloud', kind: 'segment', pattern: /^pCloud ?(?:Drive|Sync)?$/i, what: 'synchronised by pCloud' },
  { id: 'mega', kind: 'segment', pattern: /^MEGA(?:sync)?$/i, what: 'synchronised by MEGA' },
  { id: 'synology', kind: 'segment', pattern: /^SynologyDrive$/i, what: 'synchronised by Synology Drive' },
  { id: 'sharefile', kind: 'segment', pattern: /^ShareFile$/i, what: 'synchronised by ShareFile' },
  { id: 'egnyte', kind: 'segment', pattern: /^Egnyte(?: Drive)?$/i, what: 'synchronised by Egnyte' },
  { id: 'seafile', kind: 'segment', pattern: /^Seafile$/i, what: 'synchronised by Seafile' },
  { id: 'syncthing', kind: 'segment', pattern: /^Syncthing$/i, what: 'synchronised by Syncthing' },

  { id: 'env-onedrive', kind: 'environment', variable: 'OneDrive', what: 'synchronised by OneDrive' },
  {
    id: 'env-onedrive-work',
    kind: 'environment',
    variable: 'OneDriveCommercial',
    what: 'synchronised by OneDrive',
  },
  {
    id: 'env-onedrive-home',
    kind: 'environment',
    variable: 'OneDriveConsumer',
    what: 'synchronised by OneDrive',
  },
  {
    id: 'env-roaming',
    kind: 'environment',
    variable: 'APPDATA',
    what: 'copied to a server at sign-out (it roams)',
  },
  // A drive letter is a network home only where the domain says which share it stands for.
  {
    id: 'env-home-drive',
    kind: 'environment',
    variable: 'HOMEDRIVE',
    onlyWith: 'HOMESHARE',
    what: 'a network drive',
  },

  {
    id: 'marker-onedrive',
    kind: 'marker',
    pattern: /^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i,
    what: 'synchronised by OneDrive or SharePoint',
  },
  // Not `.dropbox`: that is also the folder of the program's own settings in every home that has it.
  {
    id: 'marker-dropbox',
    kind: 'marker',
    pattern: /^\.dropbox\.cache$/,
    what: 'synchronised by Dropbox',
  },
  {
    id: 'marker-google-drive',
    kind: 'marker',
    pattern: /^\.tmp\.drive(?:up|down)load$/,
    what: 'synchronised by Google Drive',
  },
  {
    id: 'marker-nextcloud',
    kind: 'marker',
    pattern: /^\.?_?\.?(?:sync_[0-9a-f]+\.db|nextcloudsync\.log|owncloudsync\.log)$/,
    what: 'synchronised by Nextcloud or ownCloud',
  },
  { id: 'marker-syncthing', kind: 'marker', pattern: /^\.stfolder$/, what: 'synchronised by Syncthing' },
  {
    id: 'marker-synology',
    kind: 'marker',
    pattern: /^\.SynologyWorkingDirectory$/,
    what: 'synchronised by Synology Drive',
  },
  { id: 'marker-seafile', kind: 'marker', pattern: /^\.seafile-data$/, what: 'synchronised by Seafile' },

  { id: 'icloud-desktop', kind: 'iCloudDesktop', folder: 'Desktop', what: 'synchronised by iCloud' },
  { id: 'icloud-documents', kind: 'iCloudDesktop', folder: 'Documents', what: 'synchronised by iCloud' },

  { id: 'nfs', kind: 'mount', pattern: /^nfs\d?$/, what: 'a network drive (NFS)' },
  { id: 'smb', kind: 'mount', pattern: /^(?:cifs|smb3?|smbfs)$/, what: 'a network drive (Windows sharing)' },
  { id: 'afp', kind: 'mount', pattern: /^afpfs$/, what: 'a network drive (Apple sharing)' },
  {
    id: 'webdav',
    kind: 'mount',
    pattern: /^(?:webdav|davfs2?|fuse\.davfs2?)$/,
    what: 'a network drive (WebDAV)',
  },
  { id: 'netware', kind: 'mount', pattern: /^(?:ncpfs|ncp)$/, what: 'a network drive (NetWare)' },
  {
    id: 'cluster',
    kind: 'mount',
    pattern:
      /^(?:afs|coda|ceph|fuse\.ceph(?:-fuse)?|glusterfs|fuse\.glusterfs|lustre|gpfs|beegfs|ocfs2|gfs2)$/,
    what: 'a network file system',
  },
  {
    id: 'fuse-remote',
    kind: 'mount',
    pattern:
      /^fuse\.(?:sshfs|rclone|s3fs|gcsfuse|gvfsd-fuse|kio-fuse|smbnetfs|curlftpfs|onedriver|google-drive-ocamlfuse|pcloud|pCloud\.fs|dropbox|insync)$/i,
    what: 'a network or cloud drive',
  },
  {
    id: 'wsl-drive',
    kind: 'mount',
    pattern: /^(?:9p|drvfs)$/,
    pointPattern: /^\/mnt\/[a-z]$/,
    what: 'a Windows drive seen from Linux, where locks do not hold',
  },
  {
    id: 'vm-share',
    kind: 'mount',
    pattern: /^(?:vboxsf|prl_fs|vmhgfs|fuse\.vmhgfs-fuse|fuse\.grpcfuse)$/,
    what: 'a folder shared with a virtual machine',
  },
];
