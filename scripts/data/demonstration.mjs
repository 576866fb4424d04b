// The invented organisations of the demonstration. Places are real harbours and towns; the organisations are not.
// `at` is [longitude, latitude].

export const CENTRES = [
  {
    key: 'hainan-centre',
    department: 'governance-centre',
    name: '海南省综治中心',
    nameEn: 'Hainan Governance Centre',
    areaCode: '46',
    areas: ['46'],
    at: [110.348, 20.02],
  },
  {
    key: 'hainan-coastal-police',
    department: 'police',
    name: '海南省公安厅海岸警察总队',
    nameEn: 'Hainan Coastal Police',
    areaCode: '46',
    parent: 'hainan-centre',
    areas: ['46'],
    at: [110.34, 20.03],
  },
]

/** Prefectures and counties with a coast, clockwise from the strait. */
export const COUNTIES = [
  { key: 'haikou', code: '4601', name: '海口市', nameEn: 'Haikou', at: [110.2, 20.04] },
  { key: 'wenchang', code: '469005', name: '文昌市', nameEn: 'Wenchang', at: [110.8, 19.54] },
  { key: 'qionghai', code: '469002', name: '琼海市', nameEn: 'Qionghai', at: [110.47, 19.26] },
  { key: 'wanning', code: '469006', name: '万宁市', nameEn: 'Wanning', at: [110.39, 18.8] },
  { key: 'lingshui', code: '469028', name: '陵水县', nameEn: 'Lingshui', at: [110.04, 18.51] },
  { key: 'sanya', code: '4602', name: '三亚市', nameEn: 'Sanya', at: [109.51, 18.25] },
  { key: 'ledong', code: '469027', name: '乐东县', nameEn: 'Ledong', at: [109.17, 18.75] },
  { key: 'dongfang', code: '469007', name: '东方市', nameEn: 'Dongfang', at: [108.65, 19.1] },
  { key: 'changjiang', code: '469026', name: '昌江县', nameEn: 'Changjiang', at: [109.05, 19.3] },
  { key: 'danzhou', code: '4604', name: '儋州市', nameEn: 'Danzhou', at: [109.58, 19.52] },
  { key: 'lingao', code: '469024', name: '临高县', nameEn: 'Lingao', at: [109.69, 19.91] },
  { key: 'chengmai', code: '469023', name: '澄迈县', nameEn: 'Chengmai', at: [110.0, 19.74] },
]

const station = (key, county, name, nameEn, at, township) => ({
  key: `${key}-station`,
  county,
  name,
  nameEn,
  at,
  township,
})

/** Coastal police stations, clockwise; a township is named when exactly one is the station's home. */
export const STATIONS = [
  station('xixiu', 'haikou', '西秀', 'Xixiu', [110.2, 20.05], { under: '460105', name: '西秀镇' }),
  station('xinbu', 'haikou', '新埠', 'Xinbu', [110.37, 20.07], { under: '460108', name: '新埠街道' }),
  station('yanfeng', 'haikou', '演丰', 'Yanfeng', [110.56, 20.01], { under: '460108', name: '演丰镇' }),
  station('puqian', 'wenchang', '铺前', 'Puqian', [110.64, 20.09], '铺前镇'),
  station('wengtian', 'wenchang', '翁田', 'Wengtian', [110.86, 20.0], '翁田镇'),
  station('longlou', 'wenchang', '龙楼', 'Longlou', [111.0, 19.66], '龙楼镇'),
  station('qinglan', 'wenchang', '清澜', 'Qinglan', [110.84, 19.53], '东郊镇'),
  station('huiwen', 'wenchang', '会文', 'Huiwen', [110.73, 19.42], '会文镇'),
  station('tanmen', 'qionghai', '潭门', 'Tanmen', [110.63, 19.24], '潭门镇'),
  station('boao', 'qionghai', '博鳌', "Bo'ao", [110.59, 19.14], '博鳌镇'),
  station('hele', 'wanning', '和乐', 'Hele', [110.52, 18.89], '和乐镇'),
  station('wuchang', 'wanning', '乌场', 'Wuchang', [110.47, 18.8], '万城镇'),
  station('shimei', 'wanning', '石梅湾', 'Shimei Bay', [110.27, 18.65], '礼纪镇'),
  station('lian', 'lingshui', '黎安', "Li'an", [110.07, 18.42], '黎安镇'),
  station('xincun', 'lingshui', '新村', 'Xincun', [109.97, 18.4], '新村镇'),
  station('haitang', 'sanya', '海棠湾', 'Haitang Bay', [109.74, 18.32], { under: '460202', name: '海棠区直辖村级区划' }),
  station('yulin', 'sanya', '榆林', 'Yulin', [109.53, 18.22], { under: '460203', name: '吉阳区直辖村级区划' }),
  station('yazhou', 'sanya', '崖州', 'Yazhou', [109.14, 18.36], { under: '460205', name: '崖州区直辖村级区划' }),
  station('yinggehai', 'ledong', '莺歌海', 'Yinggehai', [108.69, 18.51], '莺歌海镇'),
  station('gancheng', 'dongfang', '感城', 'Gancheng', [108.64, 18.85], '感城镇'),
  station('basuo', 'dongfang', '八所', 'Basuo', [108.63, 19.11], '八所镇'),
  station('changhua', 'changjiang', '昌化', 'Changhua', [108.68, 19.33], '昌化镇'),
  station('haiwei', 'changjiang', '海尾', 'Haiwei', [108.81, 19.43], '海尾镇'),
  station('baimajing', 'danzhou', '白马井', 'Baimajing', [109.2, 19.72], '白马井镇'),
  station('eman', 'danzhou', '峨蔓', 'Eman', [109.25, 19.88], '峨蔓镇'),
  station('xinying', 'lingao', '新盈', 'Xinying', [109.53, 19.9], '新盈镇'),
  station('bohou', 'lingao', '博厚', 'Bohou', [109.8, 19.98], '博厚镇'),
  station('qiaotou', 'chengmai', '桥头', 'Qiaotou', [109.93, 19.97], '桥头镇'),
  station('dongshui', 'chengmai', '东水', 'Dongshui', [110.08, 19.98], '老城镇'),
]

const other = (key, department, name, nameEn, areaCode, at, areas = [areaCode]) => ({
  key,
  department,
  name,
  nameEn,
  areaCode,
  parent: areaCode === '46' ? 'hainan-centre' : `${key.split('-')[0]}-centre`,
  areas,
  at,
})

export const OTHERS = [
  other('haikou-coast-guard', 'coast-guard', '海警海口工作站', 'Haikou Coast Guard Squad', '4601', [110.27, 20.03], [
    '4601',
    '469023',
    '469024',
  ]),
  other('wenchang-coast-guard', 'coast-guard', '海警文昌工作站', 'Wenchang Coast Guard Squad', '469005', [
    110.83, 19.55,
  ], ['469005', '469002', '469006']),
  other('sanya-coast-guard', 'coast-guard', '海警三亚工作站', 'Sanya Coast Guard Squad', '4602', [109.5, 18.23], [
    '4602',
    '469028',
    '469027',
  ]),
  other('danzhou-coast-guard', 'coast-guard', '海警儋州工作站', 'Danzhou Coast Guard Squad', '4604', [109.18, 19.73], [
    '4604',
    '469026',
    '469007',
  ]),
  other('hainan-customs', 'customs', '海口海关缉私局', 'Haikou Customs Anti-smuggling Bureau', '46', [110.33, 20.03]),
  other('chengmai-animal-health', 'animal-health', '澄迈县动物卫生监督所', 'Chengmai Animal Health', '469023', [
    110.0, 19.74,
  ]),
  other('haikou-animal-health', 'animal-health', '海口市动物卫生监督所', 'Haikou Animal Health', '4601', [
    110.35, 20.02,
  ]),
  other('hainan-animal-health', 'animal-health', '海南省动物卫生监督所', 'Hainan Animal Health', '46', [110.35, 20.01]),
  other('chengmai-market', 'market-regulation', '澄迈县市场监督管理局', 'Chengmai Market Regulation', '469023', [
    110.01, 19.73,
  ]),
  other('hainan-market', 'market-regulation', '海南省市场监督管理局', 'Hainan Market Regulation', '46', [110.34, 20.0]),
]
