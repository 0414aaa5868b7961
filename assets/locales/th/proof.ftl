## หน้าพิสูจน์เหรียญ ใครก็ดูได้ ใครก็ตรวจสอบได้

proof-town = เมืองคาชิมะเสมือนจริง
proof-title = หลักฐานของเหรียญ
proof-to-town = ไปที่เมือง
proof-to-overview = เกี่ยวกับหลักฐานของเหรียญ
proof-skip = ไปที่เนื้อหา
proof-languages = ภาษา
proof-privacy = ความเป็นส่วนตัว
proof-accessibility = การเข้าถึงสำหรับทุกคน
proof-day =
    { $month ->
        [1] { $number } มกราคม { $year }
        [2] { $number } กุมภาพันธ์ { $year }
        [3] { $number } มีนาคม { $year }
        [4] { $number } เมษายน { $year }
        [5] { $number } พฤษภาคม { $year }
        [6] { $number } มิถุนายน { $year }
        [7] { $number } กรกฎาคม { $year }
        [8] { $number } สิงหาคม { $year }
        [9] { $number } กันยายน { $year }
        [10] { $number } ตุลาคม { $year }
        [11] { $number } พฤศจิกายน { $year }
       *[other] { $number } ธันวาคม { $year }
    }
proof-moment = { $day } เวลา { $time } น. (เวลาญี่ปุ่น)

proof-lead = เหรียญการมาเยือนของเมืองคาชิมะเสมือนจริงถูกบันทึกไว้ในบัญชี (บล็อกเชน) ที่หากมีการแก้ไขภายหลัง ใครก็สังเกตเห็นได้ หน้านี้แสดงสิ่งที่บัญชีนั้นบอกในขณะนี้ตามจริง

proof-now-title = จำนวนในขณะนี้
proof-tokens = เหรียญที่มอบแล้ว
proof-holders = ผู้ถือเหรียญ
proof-returners = ผู้ที่มาตั้งแต่ 2 วันขึ้นไป
proof-as-of = นับจากบัญชีถึงบล็อก { $block } เมื่อ { $moment }
proof-none-yet = ยังไม่มีการออกเหรียญ เมื่อออกเหรียญแรกแล้ว จำนวนจะแสดงที่นี่
proof-away-title = ขณะนี้ตรวจสอบไม่ได้
proof-away-overview = เชื่อมต่อกับบัญชีไม่ได้ จึงนับจำนวนใหม่ไม่ได้ เหรียญที่บันทึกแล้วจะไม่หายไป โปรดรอสักครู่แล้วเปิดหน้านี้อีกครั้ง
proof-away-holder = เชื่อมต่อกับบัญชีไม่ได้ ขณะนี้จึงตรวจสอบไม่ได้ เหรียญที่บันทึกแล้วจะไม่หายไป โปรดรอสักครู่แล้วเปิดหน้านี้อีกครั้ง
proof-away-since = ข้อมูลด้านล่างตรวจสอบแล้วถึงบล็อก { $block } เมื่อ { $moment }

proof-find-title = ดูเหรียญ
proof-find-about = ใส่ที่อยู่ของผู้ถือเพื่อดูเหรียญของคนนั้น ที่อยู่เขียนไว้ในหน้าหลักฐานที่เปิดจาก “เหรียญ” ในเมือง
proof-find-label = ที่อยู่ของผู้ถือ
proof-find-hint = 42 ตัวอักษร ขึ้นต้นด้วย 0x
proof-find-go = ดู

proof-does-title = สิ่งที่เหรียญพิสูจน์
proof-does-attended = เซิร์ฟเวอร์ของเมืองวัดเวลาที่เข้าร่วม และมอบเหรียญให้เฉพาะผู้ที่ทำตามกติกาของกิจกรรมเท่านั้น
proof-does-day = ได้รับจากกิจกรรมใด วันใด และที่ใด
proof-does-lasting = ไม่ได้ถูกแก้ไขภายหลังหรือขายให้คนอื่น (เหรียญนี้โอนให้กันไม่ได้)
proof-not-title = สิ่งที่เหรียญไม่ได้พิสูจน์
proof-not-who = เป็นของใคร ในบัญชีมีเพียงที่อยู่ที่สุ่มขึ้น ไม่มีชื่อและไม่มีหมายเลขผู้มาเยือน
proof-not-real = การเดินทางไปเมืองคาชิมะจริง สถานที่ที่เข้าร่วมคือเมืองบนอินเทอร์เน็ต
proof-not-money = มูลค่าเป็นเงิน เหรียญนี้ซื้อขายไม่ได้

proof-recount-title = นับเองอีกครั้ง
proof-recount-about = คุณไม่จำเป็นต้องเชื่อตัวเลขของเรา โปรแกรมเล็ก ๆ นี้ใช้เพียง Python 3.9 ขึ้นไป และบวกบัญชีใหม่ตั้งแต่ต้น
proof-recount-download = ดาวน์โหลด verify_badges.py
proof-recount-run = สั่งงานในโฟลเดอร์เดียวกันดังนี้
proof-recount-node = จะถามโหนดของบริษัทอื่นโดยตรงก็ได้ กรณีนี้จะไม่ใช้เว็บไซต์นี้เลย
proof-recount-digest = หากค่าตรวจสอบที่แสดงท้ายสุดตรงกับค่าด้านล่าง แปลว่าเหรียญทุกเหรียญตรงกัน
proof-node-placeholder = ที่อยู่ของโหนด
proof-facts-title = ค่าสำหรับตรวจสอบ
proof-contract = ที่อยู่ของสัญญา
proof-chain-id = หมายเลขของเชน
proof-genesis = บล็อกแรก
proof-block = นับถึงบล็อก
proof-block-hash = แฮชของบล็อกนั้น
proof-digest = ค่าตรวจสอบ
proof-manifest = รายการสำหรับโปรแกรม (JSON)
proof-own-chain = ขณะนี้บัญชีนี้ทำงานอยู่บนคอมพิวเตอร์ของเมือง หากจดค่าตรวจสอบหรือแฮชของบล็อกด้านบนไว้ คุณจะเปรียบเทียบภายหลังได้เสมอว่ามีการแก้ไขหรือไม่

proof-holder-title = เหรียญการมาเยือนของผู้ถือนี้
proof-holder-sum = { $badges } เหรียญ · { $days } วัน
proof-holder-address = ที่อยู่ของผู้ถือ
proof-holder-nobody-knows = ที่อยู่นี้สุ่มขึ้น ไม่ได้ผูกกับชื่อใด
proof-place = สถานที่
proof-date = วันที่
proof-way = ความคืบหน้าของการออกเหรียญ
proof-state-preparing = กำลังเตรียมออก
proof-state-issued = ออกแล้ว
proof-state-final = ยืนยันแล้ว
proof-state-withdrawn = ถอนคืนแล้ว
proof-state-unchecked = ตรวจสอบไม่ได้
proof-about-preparing = กำลังเตรียมบันทึกลงในบัญชี ระหว่างรอจะไม่หายไป
proof-about-issued = บันทึกลงในบัญชีแล้ว อีกไม่นานจะยืนยัน
proof-about-final = ยืนยันแล้ว และจะไม่เปลี่ยนอีก
proof-about-withdrawn = ถูกถอนคืนหลังจากบันทึกลงในบัญชี
proof-about-unchecked = ขณะนี้เชื่อมต่อกับบัญชีไม่ได้จึงตรวจสอบไม่ได้ เหรียญไม่ได้หายไป
proof-transaction = แฮชของธุรกรรม
proof-in-block = อยู่ในบล็อก
proof-in-block-number = หมายเลข { $block }
proof-block-time = เวลาที่บันทึก
proof-balance = คำตอบของสัญญาในขณะนี้
proof-balance-yes = ถืออยู่ (balanceOf = 1)
proof-balance-no = ไม่ได้ถือ (balanceOf = 0)
proof-balance-unknown = ขณะนี้ไม่มีคำตอบ
proof-details = บันทึกในบัญชี
proof-badge-unknown = เหรียญที่เมืองนี้ไม่มีข้อมูล
proof-share-title = ให้ผู้อื่นดูหน้านี้
proof-share-about = มอบที่อยู่หน้าเว็บหรือคิวอาร์โค้ดนี้ให้ผู้ที่ต้องการให้ดู ผู้ที่เปิดจะตรวจสอบได้เอง
proof-share-link = ที่อยู่ของหน้านี้
proof-share-qr = คิวอาร์โค้ดของหน้านี้

proof-nobody-unknown-title = ไม่พบเหรียญ
proof-nobody-unknown = ไม่มีเหรียญที่มอบให้ที่อยู่นี้ โปรดตรวจดูทีละตัวอักษร
proof-nobody-malformed-title = อ่านเป็นที่อยู่ไม่ได้
proof-nobody-malformed = ที่อยู่ขึ้นต้นด้วย 0x ตามด้วย 40 ตัวอักษรจาก 0–9 และ a–f

proof-art-label = เหรียญการมาเยือน “{ $title }” { $day }
proof-meta-description = เครื่องหมายว่าได้เข้าร่วมสิ่งที่จัดขึ้นที่ “{ $place }” ในเมืองคาชิมะเสมือนจริง เมื่อ { $day }

proof-verify-chain = บัญชีแยกประเภท: ถึงบล็อก { $block } มีแบดจ์ { $badges } ชิ้น ผู้ถือ { $holders } คน มา 2 วันขึ้นไป { $returners } คน
proof-verify-database = ฐานข้อมูล: ยืนยันแล้ว { $badges } ชิ้น ผู้ถือ { $holders } คน มา 2 วันขึ้นไป { $returners } คน กำลังออกให้ { $underway } ชิ้น
proof-verify-digest = ค่าตรวจสอบ: { $digest }
proof-verify-only-database = มีเฉพาะในฐานข้อมูล: { $count }
proof-verify-only-chain = มีเฉพาะในบัญชีแยกประเภท: { $count }
proof-verify-torn = ผู้ถือที่ค่าในสัญญาไม่ตรงกับบันทึก: { $count }
proof-verify-none = ยังไม่มีสัญญา
