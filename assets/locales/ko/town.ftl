town-title = 버추얼 가시마
town-description = 일본 사가현 가시마시를 브라우저에서 걸어 보세요.
