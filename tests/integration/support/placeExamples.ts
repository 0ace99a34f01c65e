import type { Surroundings } from '../../../main/store/unsuitablePlaces.ts';

const plain = { home: '/home/officer', env: {}, mounts: [{ point: '/', type: 'ext4' }], namesAt: () => [] };
export const linux = (path: string, more: Partial<Surroundings> = {}): Surroundings => ({
  ...plain,
  platform: 'linux',
  path,
  ...more,
});
export const mac = (path: string, more: Partial<Surroundings> = {}): Surroundings => ({
  ...plain,
  platform: 'darwin',
  home: '/Users/officer',
  mounts: [{ point: '/', type: 'apfs' }],
  path,
  ...more,
});
export const windows = (path: string, more: Partial<Surroundings> = {}): Surroundings => ({
  ...plain,
  platform: 'win32',
  home: 'C:\\Users\\officer',
  mounts: [],
  path,
  ...more,
});
const names =
  (folder: string, ...found: string[]) =>
  (asked: string) =>
    asked === folder ? found : [];
const mounted = (point: string, type: string) => ({
  mounts: [
    { point: '/', type: 'ext4' },
    { point, type },
  ],
});

/** For each row of the table: places that it must refuse, and near ones that it must not. */
export const placeExamples: Record<string, { refused: Surroundings[]; fine?: Surroundings[] }> = {
  unc: {
    refused: [
      windows('\\\\server\\home$\\officer\\store'),
      windows('//server/share/store'),
      windows('\\\\?\\UNC\\server\\share\\store'),
    ],
    fine: [windows('\\\\?\\C:\\store'), linux('//store')],
  },
  onedrive: {
    refused: [
      windows('C:\\Users\\officer\\OneDrive\\store'),
      windows('C:\\Users\\officer\\OneDrive - Anytown Council\\Documents\\gt'),
      mac('/Users/officer/onedrive/gt'),
      linux('/home/officer/OneDrive/gt'),
    ],
    fine: [linux('/home/officer/OneDriveway/gt')],
  },
  sharepoint: { refused: [windows('C:\\Users\\officer\\Anytown SharePoint\\gt')] },
  dropbox: {
    refused: [linux('/home/officer/Dropbox/gt'), mac('/Users/officer/Dropbox (Anytown)/gt')],
    fine: [linux('/home/officer/Dropboxes/gt')],
  },
  'google-drive': {
    refused: [
      windows('G:\\My Drive\\gt'),
      mac('/Users/officer/Google Drive/gt'),
      linux('/srv/GoogleDrive-officer@example.org/gt'),
      windows('G:\\Shared drives\\gt'),
    ],
  },
  icloud: {
    refused: [
      windows('C:\\Users\\officer\\iCloudDrive\\gt'),
      mac('/Users/officer/Library/Mobile Documents/gt'),
      mac('/x/com~apple~CloudDocs/gt'),
    ],
  },
  'macos-cloud': { refused: [mac('/Users/officer/Library/CloudStorage/Other-Service/gt')] },
  box: {
    refused: [windows('C:\\Users\\officer\\Box\\gt'), mac('/Users/officer/Box Sync/gt')],
    fine: [linux('/home/officer/Boxes/gt')],
  },
  nextcloud: { refused: [linux('/home/officer/Nextcloud/gt'), linux('/home/officer/Nextcloud2/gt')] },
  owncloud: { refused: [linux('/home/officer/ownCloud/gt')] },
  pcloud: { refused: [linux('/home/officer/pCloudDrive/gt'), mac('/Users/officer/pCloud Drive/gt')] },
  mega: {
    refused: [linux('/home/officer/MEGA/gt'), windows('C:\\Users\\officer\\MEGAsync\\gt')],
    fine: [linux('/home/officer/megalith/gt')],
  },
  synology: { refused: [linux('/home/officer/SynologyDrive/gt')] },
  sharefile: { refused: [windows('S:\\ShareFile\\gt')] },
  egnyte: { refused: [windows('C:\\Egnyte Drive\\gt')] },
  seafile: { refused: [linux('/home/officer/Seafile/gt')] },
  syncthing: { refused: [linux('/home/officer/Syncthing/gt')] },
  'env-onedrive': {
    refused: [
      windows('D:\\Cloud\\gt', { env: { OneDrive: 'D:\\Cloud' } }),
      windows('d:\\cloud', { env: { OneDrive: 'D:\\Cloud' } }),
    ],
    fine: [
      windows('D:\\Cloudy\\gt', { env: { OneDrive: 'D:\\Cloud' } }),
      windows('D:\\Cloud\\gt', { env: { OneDrive: '' } }),
    ],
  },
  'env-onedrive-work': { refused: [windows('D:\\Work\\gt', { env: { OneDriveCommercial: 'D:\\Work' } })] },
  'env-onedrive-home': { refused: [windows('D:\\Own\\gt', { env: { OneDriveConsumer: 'D:\\Own' } })] },
  'env-roaming': {
    refused: [
      windows('C:\\Users\\officer\\AppData\\Roaming\\gt', {
        env: { APPDATA: 'C:\\Users\\officer\\AppData\\Roaming' },
      }),
    ],
    fine: [
      windows('C:\\Users\\officer\\AppData\\Local\\gt', {
        env: { APPDATA: 'C:\\Users\\officer\\AppData\\Roaming' },
      }),
    ],
  },
  'env-home-drive': {
    refused: [windows('H:\\gt', { env: { HOMEDRIVE: 'H:', HOMESHARE: '\\\\server\\home$\\officer' } })],
    fine: [
      windows('C:\\gt', { env: { HOMEDRIVE: 'C:' } }),
      windows('C:\\gt', { env: { HOMEDRIVE: 'H:', HOMESHARE: '\\\\s\\h' } }),
    ],
  },
  'marker-onedrive': {
    refused: [
      windows('C:\\Users\\officer\\Anytown\\Team - Documents\\gt', {
        namesAt: names(
          'C:\\Users\\officer\\Anytown\\Team - Documents',
          '.849C9593-D756-4E56-8D6E-42412F2A707B',
        ),
      }),
    ],
  },
  'marker-dropbox': {
    refused: [linux('/data/shared/gt', { namesAt: names('/data/shared', '.dropbox.cache') })],
    fine: [linux('/home/officer/gt', { namesAt: names('/home/officer', '.dropbox') })],
  },
  'marker-google-drive': {
    refused: [
      mac('/data/gt', { namesAt: names('/data', '.tmp.drivedownload') }),
      mac('/data/gt', { namesAt: names('/data/gt', '.tmp.driveupload') }),
    ],
  },
  'marker-nextcloud': {
    refused: ['._sync_a1b2c3.db', '.sync_a1b2c3d4e5f6.db', '.nextcloudsync.log', '.owncloudsync.log'].map(
      (name) => linux('/data/a/b/gt', { namesAt: names('/data', name) }),
    ),
  },
  'marker-syncthing': { refused: [linux('/data/gt', { namesAt: names('/data', '.stfolder') })] },
  'marker-synology': {
    refused: [linux('/data/gt', { namesAt: names('/data', '.SynologyWorkingDirectory') })],
  },
  'marker-seafile': { refused: [linux('/data/gt', { namesAt: names('/data', '.seafile-data') })] },
  'icloud-desktop': {
    refused: [
      mac('/Users/officer/Desktop/gt', {
        namesAt: names('/Users/officer/Library/Mobile Documents/com~apple~CloudDocs', 'Desktop'),
      }),
    ],
    fine: [mac('/Users/officer/Desktop/gt')],
  },
  'icloud-documents': {
    refused: [
      mac('/Users/officer/Documents/gt', {
        namesAt: names('/Users/officer/Library/Mobile Documents/com~apple~CloudDocs', 'Documents'),
      }),
    ],
    fine: [mac('/Users/officer/Documents/gt')],
  },
  nfs: {
    refused: [
      linux('/home/officer/gt', mounted('/home', 'nfs4')),
      linux('/home/gt', mounted('/home', 'nfs')),
    ],
    fine: [linux('/home2/gt', mounted('/home', 'nfs'))],
  },
  smb: {
    refused: ['cifs', 'smb3', 'smbfs'].map((type) => linux('/media/share/gt', mounted('/media/share', type))),
  },
  afp: { refused: [mac('/Volumes/team/gt', mounted('/Volumes/team', 'afpfs'))] },
  webdav: {
    refused: ['webdav', 'davfs', 'fuse.davfs2'].map((type) =>
      linux('/media/dav/gt', mounted('/media/dav', type)),
    ),
  },
  netware: { refused: [linux('/media/n/gt', mounted('/media/n', 'ncpfs'))] },
  cluster: {
    refused: ['afs', 'ceph', 'fuse.glusterfs', 'lustre'].map((type) =>
      linux('/big/gt', mounted('/big', type)),
    ),
  },
  'fuse-remote': {
    refused: ['fuse.sshfs', 'fuse.rclone', 'fuse.gvfsd-fuse', 'fuse.s3fs'].map((type) =>
      linux('/media/r/gt', mounted('/media/r', type)),
    ),
    fine: [
      linux('/media/usb/gt', mounted('/media/usb', 'fuseblk')),
      linux('/crypt/gt', mounted('/crypt', 'fuse.gocryptfs')),
    ],
  },
  'wsl-drive': {
    refused: [linux('/mnt/c/Users/officer/gt', mounted('/mnt/c', '9p'))],
    fine: [linux('/root/gt', { mounts: [{ point: '/', type: '9p' }] })],
  },
  'vm-share': { refused: [linux('/media/sf_host/gt', mounted('/media/sf_host', 'vboxsf'))] },
};
