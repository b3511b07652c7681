/** Zones of the United States, by their usual names. */
const zones = {
  eastern: 'America/New_York',
  central: 'America/Chicago',
  mountain: 'America/Denver',
  arizona: 'America/Phoenix',
  pacific: 'America/Los_Angeles',
  alaska: 'America/Anchorage',
  hawaii: 'Pacific/Honolulu',
} as const;

type ZoneName = keyof typeof zones;

/** What is written alone. "CT" behind a town is Connecticut, and "LA" Louisiana. */
const alone: Readonly<Record<ZoneName, string>> = {
  eastern: 'et,est,edt',
  central: 'ct,cst,cdt',
  mountain: 'mt,mst,mdt',
  arizona: '',
  pacific: 'pt,pst,pdt,la',
  alaska: 'akt,akst,akdt',
  hawaii: 'hst',
};

/** States that are in one zone, by name and postal code, and large cities, also of states in two zones, such as Texas. Source: 49 CFR 71. */
const places: Readonly<Record<ZoneName, string>> = {
  eastern: `connecticut,ct,delaware,de,district of columbia,dc,georgia,ga,maine,me,maryland,md,massachusetts,ma,new hampshire,nh,
new jersey,nj,new york,ny,north carolina,nc,ohio,oh,pennsylvania,pa,rhode island,ri,south carolina,sc,vermont,vt,virginia,va,
west virginia,wv,washington dc,asheville,charlotte,raleigh,durham,greensboro,winston-salem,fayetteville,wilmington,chapel hill,cary,
atlanta,boston,philadelphia,pittsburgh,baltimore,columbus,cleveland,cincinnati,charleston,richmond,norfolk,miami,tampa,orlando,
jacksonville,indianapolis,louisville,lexington,knoxville,chattanooga,buffalo,newark,providence,hartford`,
  central: `alabama,al,arkansas,ar,illinois,il,iowa,ia,louisiana,la,minnesota,mn,mississippi,ms,missouri,mo,oklahoma,ok,wisconsin,wi,
houston,dallas,austin,san antonio,fort worth,minneapolis,saint paul,st. louis,kansas city,milwaukee,madison,nashville,memphis,
new orleans,oklahoma city,tulsa,omaha,wichita,birmingham,little rock,des moines`,
  mountain: `colorado,co,montana,mt,new mexico,nm,utah,ut,wyoming,wy,albuquerque,salt lake city,el paso,colorado springs`,
  arizona: 'az,tucson,mesa',
  pacific: `california,ca,washington,wa,nevada,nv,san francisco,san diego,sacramento,san jose,oakland,fresno,seattle,spokane,tacoma,
portland,las vegas,reno`,
  alaska: 'ak,fairbanks',
  hawaii: 'hi',
};

const byPlace = (lists: Readonly<Record<ZoneName, string>>): ReadonlyMap<string, string> =>
  new Map(
    (Object.keys(zones) as ZoneName[]).flatMap((name) =>
      [name, ...lists[name].split(/\s*,\s*/)].filter(Boolean).map((place) => [place, zones[name]] as const),
    ),
  );

const abbreviations = byPlace(alone);
const statesAndCities = byPlace(places);

/** The zone of a place in the United States, such as "charlotte, nc", or of an abbreviation such as "est". @param text - in small letters */
export function usZone(text: string): string | undefined {
  const [town = '', state = ''] = text.split(/\s*,\s*/);
  // The state tells towns of one name apart.
  return abbreviations.get(text) ?? statesAndCities.get(state) ?? statesAndCities.get(town);
}
