## 장소 설명의 말. 연 사람만 내려받습니다.

place-reading = 읽기: { $kana }({ $romaji })
place-failed = 이 장소의 설명을 불러올 수 없습니다. 다시 해 주세요.
place-facts = 알아 두면 좋은 것
place-source = 출처: { $source }
place-map = 실제 장소
place-map-of-yutoku = 유토쿠 이나리 신사 지도(OpenStreetMap)
place-map-of-castle = 가시마 성터 지도(OpenStreetMap)
place-map-of-station = 히젠하마역 지도(OpenStreetMap)
place-map-of-mudflat = 히젠 가시마 갯벌 지도(OpenStreetMap)
place-map-of-michinoeki = 미치노에키 가시마 지도(OpenStreetMap)
place-map-rough = 대략의 위치입니다.
place-opens = 여는 시간과 쉬는 날은 바뀝니다. 가시기 전에 가게나 시설에 확인해 주세요.
place-next = 여기서 열리는 다음 이벤트
place-next-none = 지금은 예정이 없습니다.
place-next-failed = 예정을 불러올 수 없습니다.
