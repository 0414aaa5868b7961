## ข้อความทั้งหมดบนหน้าจอของผู้มาเยือน เขียนภาษาญี่ปุ่นก่อน แล้วภาษานี้ตามนั้น

town-title = คาชิมะเสมือนจริง
town-description = เดินเที่ยวเมืองคาชิมะ จังหวัดซากะ ประเทศญี่ปุ่น ผ่านเบราว์เซอร์ ไม่ต้องติดตั้งแอป ไม่ต้องสมัคร
town-language = ภาษา
town-close = ปิด
town-cancel = ยกเลิก
town-again = ลองอีกครั้ง
town-loading = กำลังโหลด…

## หน้าแรก

town-welcome-lead = ยินดีต้อนรับสู่เมืองคาชิมะ จังหวัดซากะ
town-welcome-about = ศาลเจ้ายูโทคุ อินาริ ถนนโรงกลั่นสาเก ชายฝั่งทะเลอาริอาเกะ ที่นี่คือคาชิมะที่เดินเที่ยวได้จากทุกมุมโลก ไม่ต้องติดตั้งแอป ไม่ต้องสมัคร
town-form-title = เตรียมตัวออกเดิน
town-name-label = ชื่อเล่น
town-name-hint = ไม่เกิน 24 ตัวอักษร คนรอบข้างจะเห็นชื่อนี้ กรุณาอย่าใช้ชื่อจริง
town-look-label = รูปลักษณ์
town-look-preview = ภาพรูปลักษณ์ที่เลือก
town-look-dice = สุ่มให้
town-look-more = เลือกเพิ่มเติม
town-look-clothes = เสื้อผ้า
town-look-clothes-shirt = เสื้อเชิ้ต
town-look-clothes-happi = เสื้อฮัปปิ
town-look-clothes-yukata = ยูกาตะ
town-look-clothes-skirt = กระโปรง
town-look-hair = ทรงผม
town-look-hair-short = ผมสั้น
town-look-hair-bob = ผมบ๊อบ
town-look-hair-bun = ผมมวย
town-look-hair-long = ผมยาว
town-look-hat = หมวก
town-look-hat-none = ไม่ใส่
town-look-hat-straw = หมวกฟาง
town-look-hat-cap = หมวกแก๊ป
town-look-hat-headband = ผ้าคาดศีรษะ
town-look-top = สีเสื้อผ้า
town-look-bottom = สีท่อนล่าง
town-look-hair-colour = สีผม
town-look-skin = สีผิว
town-look-choice = { $part } { $number }
town-remember-label = สำหรับครั้งหน้า
town-remember-yes = ให้เมืองจำฉันไว้
town-remember-yes-about = เราจะวางป้ายจำ (คุกกี้) หนึ่งชิ้นในเบราว์เซอร์นี้ ครั้งหน้าชื่อ รูปลักษณ์ และเหรียญจะยังอยู่ และจำนวนวันที่มาจะถูกนับในสถิติของเมืองโดยไม่มีชื่อ ลบได้ทุกเมื่อ
town-remember-no = แค่ครั้งนี้
town-remember-no-about = เมื่อปิดเบราว์เซอร์ ป้ายจำจะหายไป การเดิน พูดคุย และร่วมกิจกรรมทำได้เหมือนกัน แต่ครั้งหน้าจะแสดงเหรียญไม่ได้ และสถิติจะนับเพียงครั้งนี้
town-remember-choose = กรุณาเลือกอย่างใดอย่างหนึ่ง เลือกแบบไหนก็เดินในเมืองได้
town-enter = เข้าเมือง
town-enter-flat = เข้าเมืองแบบแผนที่
town-enter-flat-about = เมืองแบบเบาที่เดินด้วยตัวหนังสือและแผนที่ ใช้แค่แป้นพิมพ์หรือโปรแกรมอ่านหน้าจอก็ได้
town-building = กำลังสร้างเมือง… { $percent }%
town-no-webgl = อุปกรณ์นี้แสดงเมืองแบบสามมิติไม่ได้ เราจะพาคุณเที่ยวในเมืองแบบแผนที่

town-returning = ยินดีต้อนรับกลับ คุณ{ $name }
town-returning-days =
    { $days ->
        [0] วันนี้เป็นวันแรกของคุณ
       *[other] คุณมาเยือนแล้ว { $days } วัน
    }
town-returning-not-remembered = คุณเลือก “แค่ครั้งนี้” เมื่อปิดเบราว์เซอร์ ป้ายจำจะหายไป
town-passport = พาสปอร์ต
town-passport-open = ดูพาสปอร์ต (วันที่มา ข้อมูลที่เก็บ อุปกรณ์อื่น)
town-passport-elsewhere = ฉันมีพาสปอร์ตในอุปกรณ์อื่น
town-passport-change = เปลี่ยนชื่อหรือรูปลักษณ์
town-passport-save = บันทึก
town-passport-saved = บันทึกแล้ว
town-passport-erase = ลบข้อมูลของฉันออกจากเมือง
town-erase-title = ลบทั้งหมดหรือไม่
town-erase-about = ชื่อ รูปลักษณ์ บันทึกวันที่มา และความเชื่อมโยงกับเหรียญจะถูกลบ เหรียญที่บันทึกบนเชนแล้วจะยังอยู่ แต่จะไม่เป็นของใคร ทำแล้วย้อนกลับไม่ได้
town-erase-confirm = ลบทั้งหมด
town-erased = ลบทั้งหมดแล้ว กลับมาในฐานะคนใหม่ได้ทุกเมื่อ

town-kept-title = สิ่งที่เมืองจำ และสิ่งที่เมืองไม่จำ
town-kept-yes = สิ่งที่จำ: ชื่อเล่น รูปลักษณ์ ภาษา เวลาที่อยู่ในเมือง และเหรียญที่ได้รับ
town-kept-no = สิ่งที่ไม่ถาม: ชื่อจริง อีเมล เบอร์โทรศัพท์ ที่อยู่ ไม่มีโฆษณา และไม่มีการติดตาม
town-kept-chain = เหรียญจะถูกบันทึกบนบล็อกเชน สิ่งที่บันทึกมีเพียงหมายเลขเหรียญ วันที่ และที่อยู่ซึ่งสุ่มขึ้น ไม่มีอะไรโยงถึงตัวคุณ
town-credits = แหล่งข้อมูล
town-privacy = ความเป็นส่วนตัว
town-accessibility = การเข้าถึง
town-proof = หลักฐานของเหรียญ
town-new-tab = (เปิดในแท็บใหม่)

## กิจกรรม

town-nature = น้ำทะเลและท้องฟ้า
town-tours = ทัวร์เดินชมเมือง
town-travel = เดินทางด่วน
town-events-title = กิจกรรมที่จะมาถึง
town-events-none = ตอนนี้ยังไม่มีกิจกรรม แต่เดินในเมืองได้ทุกเวลา
town-events-failed = โหลดรายการกิจกรรมไม่ได้
town-event = กิจกรรม
town-event-more = ดูรายละเอียด
town-event-more-of = ดูรายละเอียดของ { $title }
town-event-place = สถานที่
town-event-when = วันเวลา (เวลาญี่ปุ่น)
town-event-when-here = เวลาของคุณ
town-event-span = { $from } – { $to }
town-event-seats = ที่นั่ง
town-event-seats-left = เหลือ { $left } จาก { $capacity } ที่นั่ง
town-event-seats-none = ที่นั่งทั้ง { $capacity } ที่เต็มแล้ว
town-event-languages = ภาษาที่ใช้นำชม
town-event-badge = เหรียญ
town-event-badge-share = ผู้ที่อยู่ร่วมอย่างน้อย { $percent }% ของเวลา จะได้รับเหรียญที่ระลึก
town-event-badge-minutes = ผู้ที่อยู่ร่วมอย่างน้อย { $minutes } นาที จะได้รับเหรียญที่ระลึก
town-event-state-published = ยังไม่เปิด
town-event-state-open = เปิดอยู่
town-event-state-ended = จบแล้ว
town-event-state-cancelled = ยกเลิก
town-event-waiting = ประตูยังไม่เปิด เมื่อเปิดแล้วหน้านี้จะเปลี่ยนเอง
town-event-opened = ประตูเปิดแล้ว เชิญเข้ามาได้
town-event-is-open = ประตูเปิดอยู่ เชิญเข้ามาได้
town-event-full =
    { $waiting ->
        [0] ตอนนี้ที่นั่งเต็ม เข้าแถวรอไว้ แล้วจะได้เข้าเองตามลำดับเมื่อมีที่ว่าง
       *[other] ตอนนี้ที่นั่งเต็ม และมี { $waiting } คนรออยู่ในแถว เข้าแถวไว้ แล้วจะได้เข้าเองเมื่อถึงลำดับ
    }
town-event-ended = กิจกรรมนี้จบแล้ว แต่เดินในเมืองได้ทุกเวลา
town-event-cancelled = กิจกรรมนี้ถูกยกเลิก ขออภัยสำหรับผู้ที่ตั้งใจจะมา
town-event-join = เข้างาน
town-event-join-flat = เข้างานแบบแผนที่
town-event-prepare = ระหว่างรอ เลือกชื่อและรูปลักษณ์ไว้ก่อนได้
town-entrance =
    { $role ->
        [guide] คุณจะเข้าไปในฐานะผู้นำทาง
       *[staff] คุณจะเข้าไปในฐานะเจ้าหน้าที่
    }
town-line-join = เข้าแถวรอ
town-line-join-flat = เข้าแถวรอ (เมืองแบบแผนที่)
town-line-event = ที่นั่งของงานนี้เต็มแล้วในตอนนี้
town-line-event-named = ที่นั่งทั้ง { $capacity } ที่ของ “{ $title }” เต็มแล้วในตอนนี้
town-line-public = ตอนนี้เมืองเต็มแล้ว
town-line-place =
    { $place ->
        [1] คุณคือคนถัดไป
       *[other] คุณอยู่ลำดับที่ { $place } ในแถว
    }
town-line-waiting = ตอนนี้มี { $waiting } คนรออยู่
town-line-about = เมื่อมีที่ว่าง คุณจะเข้าไปเอง กรุณาเปิดหน้านี้ค้างไว้ หากปิด อีกสักครู่จะหลุดจากแถว
town-line-meanwhile = จะเดินเล่นในเมืองโดยไม่รอก็ได้ แต่จะหลุดจากแถว
town-line-cut = การเชื่อมต่อไม่ค่อยดี จะแสดงลำดับอีกครั้งเมื่อเชื่อมต่อได้
town-line-leave = ออกจากแถว
town-line-turn-title = ขอบคุณที่รอ
town-line-turn = มีที่ว่างแล้ว กำลังเข้าไป

## ในเมือง

town-canvas = เมืองแบบสามมิติ เดินด้วยปุ่มลูกศรหรือ WASD หมุนด้วย Q และ E หากต้องการเดินด้วยตัวหนังสือและแผนที่ ให้เลือก “เมืองแผนที่”
town-hud = เครื่องมือของเมือง
town-people-count = { $count } คน
town-here = คุณอยู่ที่
town-say = พูดคุย
town-gesture = ท่าทาง
town-badges = เหรียญ
town-settings = ตั้งค่า
town-more = เมนู
town-flat = เมืองแผนที่
town-solid = เมือง 3 มิติ
town-leave = ออกจากเมือง
town-arrived = ถึง{ $place }แล้ว
town-going = กำลังเดินไปที่{ $place }
town-stopped = หยุดเดินแล้ว
town-no-way = ดูเหมือนเดินไปตรงนั้นไม่ได้
town-someone-came = คุณ{ $name }มาแล้ว
town-someone-left = คุณ{ $name }ออกไปแล้ว

town-link-joining = กำลังเชื่อมต่อกับเมือง…
town-link-away-kept = สัญญาณขาด กำลังเชื่อมต่อใหม่ ตำแหน่งของคุณยังอยู่
town-link-away = ไม่มีสัญญาณ เมื่อเชื่อมต่อได้จะกลับเข้าเมืองเอง
town-link-back = เชื่อมต่อแล้ว
town-link-now = เชื่อมต่อเดี๋ยวนี้

town-banner-left =
    { $minutes ->
        [0] ใกล้จบแล้ว
       *[other] เหลือ { $minutes } นาที
    }
town-banner-closing = จบแล้ว อีกสักครู่จะปิดงาน
town-banner-starts = เริ่ม { $time }
town-banner-progress = อีกประมาณ { $minutes } นาทีจะได้เหรียญ
town-banner-earned = ครบเงื่อนไขรับเหรียญแล้ว
town-banner-resting = ตอนนี้ไม่ได้นับเวลา เดิน พูดคุย หรือทำท่าทาง แล้วจะนับต่อ
town-banner-recorded = กำลังบันทึกเส้นทางและคำพูดของผู้นำทาง (ไม่บันทึกผู้เข้าชม)
town-banner-progress-label = เวลาร่วมกิจกรรมเพื่อรับเหรียญ
town-announcement = ประกาศ
town-announcement-by = จาก { $by }

## พูดคุย

town-chat-title = พูดคุย
town-chat-log = บทสนทนา
town-chat-empty = ยังไม่มีใครพูดอะไร ลองทักทายดูไหม
town-chat-phrases = เลือกประโยค
town-chat-phrases-about = ผู้อื่นจะเห็นเป็นภาษาของตนเอง
town-chat-text = ข้อความ
town-chat-send = ส่ง
town-chat-closed = พิมพ์ข้อความเองได้ระหว่างกิจกรรมที่มีเจ้าหน้าที่อยู่ ตอนนี้เลือกประโยคแทนได้
town-chat-you = คุณ
town-phrase-1 = สวัสดี
town-phrase-2 = ยินดีที่ได้รู้จัก
town-phrase-3 = ขอบคุณ
town-phrase-4 = ขอโทษนะ
town-phrase-5 = ใช่
town-phrase-6 = ไม่ใช่
town-phrase-7 = สวยจังเลย
town-phrase-8 = น่าสนใจจัง
town-phrase-9 = เดินไปด้วยกันไหม
town-phrase-10 = รอสักครู่นะ
town-phrase-11 = เดินตามไปนะ
town-phrase-12 = ไว้พบกันใหม่

## ท่าทาง

town-emote-1 = โบกมือ
town-emote-2 = โค้งคำนับ
town-emote-3 = ปรบมือ
town-emote-4 = ชี้
town-emote-5 = รำยัสสะ
town-emoted-1 = คุณ{ $name }โบกมือ
town-emoted-2 = คุณ{ $name }โค้งคำนับ
town-emoted-3 = คุณ{ $name }ปรบมือ
town-emoted-4 = คุณ{ $name }ชี้
town-emoted-5 = คุณ{ $name }รำยัสสะ

## ผู้คน

town-people-title = คนที่อยู่ในเมืองตอนนี้
town-people-alone = ตอนนี้มีคุณอยู่คนเดียว ค่อย ๆ เดินชมเมืองได้เลย
town-people-you = { $name } (คุณ)
town-distance = { $metres } ม.
town-distance-way = { $metres } ม. ทาง{ $way }
town-role-guide = ผู้นำทาง
town-role-staff = เจ้าหน้าที่
town-role-recorded = ผู้นำทางแบบบันทึกไว้
town-recordings = บันทึกการนำชม
town-way-n = ทิศเหนือ
town-way-ne = ทิศตะวันออกเฉียงเหนือ
town-way-e = ทิศตะวันออก
town-way-se = ทิศตะวันออกเฉียงใต้
town-way-s = ทิศใต้
town-way-sw = ทิศตะวันตกเฉียงใต้
town-way-w = ทิศตะวันตก
town-way-nw = ทิศตะวันตกเฉียงเหนือ

## สถานที่

town-places = สถานที่
town-go = ไปที่นี่
town-place-more = เพิ่มเติม
town-place-more-of = เพิ่มเติม เกี่ยวกับ { $place }
town-go-to = { town-go }: { $place }
town-stop = หยุด

## เหรียญ

town-stamps = สมุดแสตมป์
town-stamps-about = ไปถึงสถานที่แล้วหยุดสักครู่ จะได้แสตมป์ของที่นั่น เก็บครบทุกดวงในเส้นทางจะได้เหรียญ
town-stamp-won = ได้รับแล้ว
town-stamp-open = ยังไม่ได้
town-stamp-got = คุณได้รับแสตมป์ “{ $place }” แล้ว
town-stamp-rally = { $rally }: { $done } จาก { $all } แห่ง
town-rally-progress = { $done } จาก { $all } แห่ง
town-rally-done = ครบแล้ว
town-badges-title = เหรียญที่ได้รับ
town-badges-none = ยังไม่มีเหรียญ เข้าร่วมกิจกรรมแล้วจะได้เหรียญที่ระลึก
town-badge-preparing = กำลังเตรียมออก
town-badge-issued = ออกแล้ว
town-badge-final = ยืนยันแล้ว
town-badge-revoked = ถอนคืนแล้ว
town-badge-preparing-about = กำลังเตรียมบันทึกลงบล็อกเชน ปิดหน้านี้ได้ เหรียญจะไม่หาย
town-badge-issued-about = บันทึกลงบล็อกเชนแล้ว อีกไม่นานจะยืนยัน
town-badge-final-about = ยืนยันแล้ว ใครก็ตรวจสอบได้
town-badge-revoked-about = ออกแล้วแต่ภายหลังทางเมืองถอนคืน
town-wallet-open = เชื่อมวอลเล็ต
town-badge-proof = ดูหลักฐาน
town-badge-proof-of = ดูหลักฐานของ “{ $title }”
town-badge-large = ดู “{ $title }” ขนาดใหญ่
town-badge-name-host = ผู้นำกิจกรรม “{ $title }”
town-badge-name-real = มาเยือน{ $place } ด้วยตนเอง
town-badge-name-monthly = การมาเยือนเดือน{ $month }
town-badge-earned = { $kind }: { $how }
town-badge-kind-event = กิจกรรม
town-badge-kind-rally = แสตมป์แรลลี่
town-badge-kind-monthly = การมาเยือนประจำเดือน
town-badge-kind-real = การมาเยือนสถานที่จริง
town-badge-kind-host = ผู้นำกิจกรรม
town-badge-source-presence = คุณอยู่ร่วมกับเรา
town-badge-source-stamps = คุณสะสมแสตมป์ครบ
town-badge-source-month = คุณมาเยือนหลายวัน
town-badge-source-one-time = ได้รับด้วยรหัสที่คุณได้มา
town-badge-source-rotating = ได้รับด้วยรหัสบนจอในงาน
town-badge-source-word = ได้รับด้วยคำลับ
town-badge-source-grant = เจ้าหน้าที่ของเมืองมอบให้คุณ
town-badge-got = คุณได้รับเหรียญ “{ $title }” แล้ว!
town-badge-look = ดูเหรียญ
town-badge-news = เหรียญ “{ $title }”: { $state }

## ตั้งค่า

town-settings-title = ตั้งค่า
town-tier = คุณภาพภาพ
town-tier-low = เบา
town-tier-mid = ปกติ
town-tier-high = สวยงาม
town-motion = ลดการเคลื่อนไหว
town-tier-later = จะมีผลเมื่อเปิดเมือง 3 มิติครั้งต่อไป

## ลาก่อน และพบกันใหม่

town-gone-title = ออกจากเมืองแล้ว
town-gone-removed-title = แจ้งการออกจากงาน
town-gone-ended-title = กิจกรรมจบแล้ว
town-gone-tab-title = คุณอยู่ในเมืองบนหน้าจออื่น
town-gone-full-title = ที่นั่งเต็ม
town-gone-closed-title = ประตูงานไม่ได้เปิด
town-gone-entry-title = เข้าทางเจ้าหน้าที่ไม่ได้
town-gone-as-visitor = เข้าในฐานะผู้มาเยือน
town-gone-lost-title = ติดต่อเมืองไม่ได้
town-gone-renew-title = เมืองเพิ่งปรับปรุงใหม่
town-gone-ended-badge = ผู้ที่อยู่ร่วมครบเวลาจะได้รับเหรียญ ดูได้ที่หน้าแรก
town-gone-removed-next = ยังเดินในเมืองปกติได้เหมือนเดิม
town-gone-lost-next = กรุณาลองอีกครั้งในที่ที่สัญญาณดีกว่า
town-gone-home = ไปหน้าแรก
town-gone-public = เดินในเมือง
town-gone-here = เข้าเมืองที่หน้าจอนี้
town-gone-reload = โหลดหน้านี้ใหม่

## รหัสและคำ

town-claim-title = รับเหรียญที่ระลึก
town-claim-looking = กำลังตรวจสอบรหัส…
town-claim-lead-event = เหรียญสำหรับผู้ที่มาร่วมกิจกรรมนี้
town-claim-lead-real = เหรียญสำหรับผู้ที่มาเยือนคาชิมะ
town-claim-receive = รับเหรียญ
town-claim-newcomer = มาครั้งแรกใช่ไหม เลือกชื่อที่ใช้เรียกคุณในเมือง
town-claim-got = ได้รับเหรียญแล้ว
town-claim-had = คุณมีเหรียญนี้อยู่แล้ว
town-claim-thanks-event = ขอบคุณที่มาร่วมกิจกรรม
town-claim-thanks-real = ขอบคุณที่มาเยือนคาชิมะ
town-claim-refused = รับเหรียญไม่ได้
town-claim-ask = หากมีปัญหา กรุณาสอบถามเจ้าหน้าที่ใกล้คุณ
town-claim-town = เข้าเมือง
town-claim-event = ไปยังหน้ากิจกรรม
town-claim-shelf = ดูเหรียญของฉัน
town-claim-type = พิมพ์รหัส
town-claim-code-label = รหัส
town-claim-code-hint = ตัวอักษรและตัวเลขบนกระดาษหรือหน้าจอ จะเว้นวรรคหรือไม่ก็ได้
town-claim-code-missing = กรุณาพิมพ์รหัส
town-claim-look = ตรวจสอบ
town-claim-foot = ไม่ต้องจ่ายเงิน ไม่ต้องมีแอปหรือวอลเล็ต และไม่ถามชื่อจริง
town-word-title = พิมพ์คำที่ประกาศในงาน
town-word-label = คำที่ประกาศ
town-word-hint = คำที่เจ้าหน้าที่บอกในงาน ตัวพิมพ์ใหญ่เล็กและเว้นวรรคไม่มีผล
town-word-missing = กรุณาพิมพ์คำ
town-word-send = ส่ง
town-word-had = คุณมีเหรียญ “{ $title }” อยู่แล้ว
town-screen-title = รหัสเหรียญที่ระลึก
town-screen-code = คิวอาร์โค้ดของเหรียญ
town-screen-scan = สแกนด้วยกล้องเพื่อรับเหรียญที่ระลึก
town-screen-by-hand = หากสแกนไม่ได้ เปิด { $address } แล้วพิมพ์รหัสนี้
town-screen-next = รหัสถัดไปในอีก { $seconds } วินาที
town-screen-lost = กำลังรอสัญญาณ รหัสใหม่จะแสดงทันทีที่เชื่อมต่อได้
town-screen-weak = สัญญาณอ่อน กำลังเชื่อมต่อใหม่
town-screen-full = เต็มหน้าจอ
town-screen-used = มีผู้รับแล้ว { $count } คน
