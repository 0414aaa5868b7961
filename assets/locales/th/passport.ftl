## ถ้อยคำของหน้าพาสปอร์ต ดาวน์โหลดเฉพาะเมื่อเปิดดู

passport-title = พาสปอร์ตของคุณ
passport-failed = เปิดพาสปอร์ตไม่ได้ กรุณารอสักครู่แล้วลองอีกครั้ง

passport-visits = วันที่มา
passport-visits-none = ยังไม่มีบันทึก เมื่อเดินในเมือง วันนั้นจะถูกบันทึกไว้ที่นี่
passport-day = วันที่
passport-time = เวลา
passport-events = กิจกรรม
passport-minutes =
    { $minutes ->
        [0] ไม่ถึง 1 นาที
       *[other] { $minutes } นาที
    }
passport-earlier = ก่อนหน้านั้น
passport-stamps = แสตมป์ { $count } ดวง
passport-badges = เหรียญ { $count } เหรียญ
passport-see = ดูเหรียญและแสตมป์

passport-agreed = สำหรับครั้งหน้า
passport-agreed-yes = เมืองจำคุณไว้แล้ว พาสปอร์ตจะอยู่ในเบราว์เซอร์นี้อีก 400 วันนับจากการมาแต่ละครั้ง
passport-agreed-no = คุณเข้ามาแบบ “แค่ครั้งนี้” เมื่อปิดเบราว์เซอร์ พาสปอร์ตจะหายไป
passport-agree = ให้เมืองจำฉันไว้ตั้งแต่วันนี้
passport-agree-about = การมาตั้งแต่วันนี้จะถูกนับในสถิติของเมืองโดยไม่มีชื่อ เลิกได้ทุกเมื่อ
passport-agree-done = ตั้งแต่นี้ไปเมืองจะจำคุณไว้
passport-disagree = เปลี่ยนเป็นแค่ครั้งนี้
passport-disagree-about = เมื่อปิดเบราว์เซอร์ พาสปอร์ตจะหายไป อุปกรณ์อื่นจะใช้พาสปอร์ตนี้ไม่ได้อีก รหัสและพาสคีย์ก็จะใช้ไม่ได้
passport-disagree-go = แค่ครั้งนี้
passport-disagree-done = เปลี่ยนเป็น “แค่ครั้งนี้” แล้ว เมื่อปิดเบราว์เซอร์ พาสปอร์ตจะหายไป

passport-devices = อุปกรณ์ที่มีพาสปอร์ตของคุณ
passport-device-here = อุปกรณ์นี้
passport-device-other = อุปกรณ์อื่น
passport-device-first = ตั้งแต่ { $came }
passport-device-code = ด้วยรหัส เมื่อ { $came }
passport-device-passkey = ด้วยพาสคีย์ เมื่อ { $came }
passport-device-used = ใช้ล่าสุด { $used }
passport-device-out = ออกจากระบบ
passport-device-out-of = ออกจากระบบในอุปกรณ์ที่ใช้ล่าสุด { $used }
passport-device-gone = อุปกรณ์นั้นใช้พาสปอร์ตของคุณไม่ได้แล้ว

passport-bring = นำไปใช้กับอุปกรณ์อื่น
passport-bring-not = เมื่อให้เมืองจำคุณไว้แล้ว จะใช้พาสปอร์ตเดียวกันกับอุปกรณ์อื่นได้ด้วย
passport-phone = แสดงให้โทรศัพท์ของฉันสแกน
passport-phone-about = สแกนด้วยกล้องของอุปกรณ์อีกเครื่อง ใช้ได้ครั้งเดียวภายใน 10 นาที อย่าให้ผู้อื่นเห็น เพราะใครสแกนก็จะได้พาสปอร์ตของคุณไป
passport-phone-picture = คิวอาร์โค้ดสำหรับนำพาสปอร์ตไปยังอุปกรณ์อื่น
passport-typed = หากต้องการพิมพ์เอง:
passport-paper = สร้างรหัสสำรอง
passport-paper-again = สร้างรหัสสำรองใหม่
passport-paper-about = รหัสนี้ไว้ใช้ในวันที่อุปกรณ์หาย กรุณาจดแล้วเก็บไว้ ใช้ได้ครั้งเดียวจนถึง { $until } และแสดงเพียงตอนนี้เท่านั้น
passport-paper-stands = คุณมีรหัสสำรองอยู่แล้ว (ถึง { $until }) เมื่อสร้างใหม่ รหัสเดิมจะใช้ไม่ได้
passport-withdraw = ยกเลิกรหัส
passport-withdrawn = รหัสนั้นใช้ไม่ได้แล้ว

passport-passkeys = พาสคีย์
passport-passkeys-about = ใช้ลายนิ้วมือ ใบหน้า หรือการล็อกหน้าจอเปิดพาสปอร์ตบนอุปกรณ์อื่นได้ ไม่ต้องมีรหัสผ่าน
passport-passkey-make = สร้างพาสคีย์
passport-passkey-made = สร้างพาสคีย์แล้ว
passport-passkey-of = พาสคีย์ที่สร้างเมื่อ { $made }
passport-passkey-remove = ลบ
passport-passkey-remove-of = ลบพาสคีย์ที่สร้างเมื่อ { $made }
passport-passkey-removed = ลบพาสคีย์แล้ว หากยังมีรายการอยู่ในอุปกรณ์ ลบได้ในการตั้งค่าของอุปกรณ์
passport-passkey-cancelled = ไม่ได้สร้างพาสคีย์
passport-passkey-had = อุปกรณ์นี้มีพาสคีย์อยู่แล้ว

passport-kept = ข้อมูลของคุณที่เมืองเก็บไว้
passport-kept-about = นี่คือข้อมูลทั้งหมดเกี่ยวกับคุณในตารางของเมือง จะอยู่จนกว่าคุณจะลบ
passport-kept-what = ข้อมูล
passport-kept-rows = จำนวน
passport-kept-then = เมื่อลบแล้ว
passport-kept-visitor = ชื่อ รูปลักษณ์ ภาษา เวลาที่มาครั้งแรกและครั้งล่าสุด
passport-kept-consents = คำตอบของคุณ เช่น ให้จดจำได้หรือไม่
passport-kept-visits = วันที่มา ที่ไหน และนานเท่าใด
passport-kept-attendances = เวลาที่ร่วมแต่ละกิจกรรม
passport-kept-stamps = สถานที่และวันที่ได้รับแสตมป์
passport-kept-awards = เหรียญที่ได้รับ เหตุผล และสถานะการออก
passport-kept-holder = ที่อยู่ที่เก็บเหรียญของคุณ (สร้างแบบสุ่ม)
passport-kept-redemptions = รหัสหรือคำลับที่ทำให้ได้เหรียญ
passport-kept-wallet = ที่อยู่ของวอลเล็ตที่เชื่อมไว้
passport-kept-wallet-words = คำสำหรับให้วอลเล็ตลงนามครั้งเดียว (5 นาที)
passport-kept-moves = ลายเซ็นสำหรับย้ายเหรียญไปยังวอลเล็ต
passport-kept-devices = อุปกรณ์ที่มีพาสปอร์ต: ค่าสำหรับตรวจป้ายจำ และวันที่ใช้
passport-kept-codes = รหัสสำหรับเพิ่มอุปกรณ์: เฉพาะค่าสำหรับตรวจสอบ
passport-kept-passkeys = กุญแจสาธารณะของพาสคีย์ วันที่สร้าง และวันที่ใช้
passport-kept-blocks = ชื่อเล่นของคนที่คุณเลือกจะไม่พบ
passport-kept-moderation = สิ่งที่เจ้าหน้าที่ทำในกิจกรรม และเหตุผล
passport-kept-gone = ลบทันที
passport-kept-untied = เหลือเป็นจำนวนที่ไม่ใช่ของใคร
passport-kept-numbered = เหลือพร้อมหมายเลขที่ไม่นำไปถึงใคร
passport-kept-public = ยังอยู่ เพราะเปิดเผยบนบล็อกเชน
passport-kept-passing = ตำแหน่งและคำพูดของคุณถูกเก็บไว้เพียงชั่วครู่เพื่อให้เชื่อมต่อใหม่ได้ ไม่อยู่ในตารางใด

passport-export = รับข้อมูลทั้งหมดเป็นไฟล์ (JSON)
passport-erase = ลบข้อมูลที่เก็บไว้
passport-erase-stays = สิ่งที่เหลือคือจำนวนการมาที่ไม่ใช่ของใคร และเหรียญที่บันทึกบนบล็อกเชน ความเชื่อมโยงกับคุณจะถูกลบ มีเพียงเหรียญที่ย้ายไปยังวอลเล็ตเท่านั้นที่ยังเปิดเผยว่าเป็นของวอลเล็ตนั้น

passport-arrive = ใช้พาสปอร์ตจากอุปกรณ์อื่น
passport-arrive-about = บนอุปกรณ์ที่มีพาสปอร์ต เปิด “นำไปใช้กับอุปกรณ์อื่น” แล้วจะเห็นรหัส
passport-arrive-link = คุณเปิดลิงก์ที่มีรหัส หากลิงก์ไม่ได้มาจากอุปกรณ์ของคุณเอง กรุณาอย่าดำเนินการต่อ
passport-arrive-code = รหัส
passport-arrive-hint = ตัวอักษรและตัวเลข 16 ตัว พิมพ์เล็กพิมพ์ใหญ่และเว้นวรรคอย่างไรก็ได้
passport-arrive-missing = กรุณาพิมพ์รหัส
passport-arrive-go = ใช้ที่นี่
passport-arrive-passkey = ใช้พาสคีย์
passport-arrive-failed = อ่านพาสคีย์ไม่ได้ กรุณาลองอีกครั้ง
passport-arrive-instead-about = หากดำเนินการต่อ พาสปอร์ตอีกเล่มในอุปกรณ์นี้จะใช้ไม่ได้อีก หากไม่มีรหัสสำรองหรือพาสคีย์ของเล่มนั้นจะกู้คืนไม่ได้
passport-arrive-instead = ดำเนินการต่อ
passport-arrive-done = ยินดีต้อนรับกลับ { $name } ใช้พาสปอร์ตบนอุปกรณ์นี้ได้แล้ว
passport-arrive-fresh = รหัสที่ใช้เมื่อครู่ใช้ไม่ได้อีกแล้ว นี่คือรหัสสำรองใหม่ กรุณาจดไว้
