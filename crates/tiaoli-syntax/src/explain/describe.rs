//! What each rule of the grammar is called by the people who write policies.

use crate::grammar::Rule;

/// How to speak of a rule. The rule's own name is never shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Description {
    /// A word or mark of the language that carries no meaning of its own in the tree.
    Word(&'static str),
    /// A word of the language that the tree keeps.
    Kept(&'static str),
    /// A part, in Chinese and in English.
    Part(&'static str, &'static str),
    /// Never offered to a writer.
    Inner,
}

/// Every rule is listed, so that a new one cannot be forgotten.
pub(crate) fn describe(rule: Rule) -> Description {
    use Description::{Inner, Kept, Part, Word};
    match rule {
        // entry points and items
        Rule::item | Rule::item_start => Part("条目的开头（条款、算例 …）", "the start of an item (条款, 算例 …)"),
        Rule::policy => Kept("政策"),
        Rule::ladder => Kept("等级"),
        Rule::entity => Kept("词汇"),
        Rule::row_unit => Part("单位 人", "单位 and a unit"),
        Rule::same_by => Part("以 … 为同一", "以 … 为同一"),
        Rule::rows_given | Rule::row_given => Part("清单的各行", "the rows of a list"),
        Rule::row_of => Part("清单的一行", "a row of a list"),
        Rule::declaration => Kept("宣示"),
        Rule::target => Kept("目标"),
        Rule::right => Kept("权利"),
        Rule::article => Kept("条款"),
        Rule::settlement => Kept("结算"),
        Rule::reading => Kept("读法"),
        Rule::setting | Rule::case => Kept("算例"),
        Rule::basis => Kept("依据"),
        Rule::bounds => Kept("本数"),
        Rule::bound_group => Part("“以上、以下 均含本数”", "`以上、以下 均含本数`"),
        Rule::included => Kept("均含本数"),
        Rule::excluded => Kept("均不含本数"),
        Rule::declaration_line => Part("一行“标题：编号、编号。”", "a line `heading：ids。`"),
        Rule::ids => Part("条文编号", "clause ids"),
        Rule::except => Part("“（… 除外）”", "`（… 除外）`"),
        Rule::target_year => Part("“到2023年”", "`到2023年`"),
        Rule::year_fact => Part("“以 … 计”", "`以 … 计`"),

        // vocabulary
        Rule::member => Part("名称和英文代号", "a name and its alias"),
        Rule::parent => Kept("属于"),
        Rule::also_in_brackets => Part("“（又称 …）”", "`（又称 …）`"),
        Rule::also => Kept("又称"),
        Rule::label => Part("名称", "a name"),
        Rule::fact => Part("一个事实", "a fact"),
        Rule::fact_kind => Part(
            "事实的来源：登记、申报、认定、核定、参数",
            "where the fact comes from: 登记, 申报, 认定, 核定 or 参数",
        ),
        Rule::fact_type => {
            Part("事实的类型（是否、金额、比例、日期 …）", "the type of the fact (是否, 金额, 比例, 日期 …)")
        }
        Rule::many => Kept("多个"),
        Rule::one_of => Kept("之一"),
        Rule::whole => Part("“整数（单位）”", "`整数（unit）`"),
        Rule::decimal => Part("“数（单位）”", "`数（unit）`"),
        Rule::unit_label => Part("单位", "a unit"),
        Rule::attribute => {
            Part("对事实的说明（全称、又称、缺省 …）", "what is said about the fact (全称, 又称, 缺省 …)")
        }
        Rule::in_full => Kept("全称"),
        Rule::default_year => Kept("缺省 评定年度"),
        Rule::optional => Kept("可不填"),
        Rule::ratio => Part("“= … ÷ …”", "`= … ÷ …`"),
        Rule::at_most => Kept("至多"),
        Rule::constraint | Rule::bound => Part("“以上、不超过”等界限", "a bound such as 以上 or 不超过"),

        // articles and awards
        Rule::sentence => Part("以条文编号开头的一句", "a sentence that begins with its clause id"),
        Rule::right_sentence | Rule::body => {
            Part("一句：限、对、给予、按、享受 …", "a sentence: 限, 对, 给予, 按, 享受 …")
        }
        Rule::answer => Kept("核对说明"),
        Rule::scope => Kept("限"),
        Rule::only_for => Kept("适用于"),
        Rule::part | Rule::part_cases => Part("“其中 …，最高不超过 …”", "`其中 …，最高不超过 …`"),
        Rule::award | Rule::grant => Part(
            "给予什么（给予、按 … 给予、享受、实行一事一议）",
            "what is granted (给予, 按 … 给予, 享受, 实行一事一议)",
        ),
        Rule::subject => Part("“对 … 的，”", "`对 … 的，`"),
        Rule::power => Kept("可"),
        Rule::case_by_case => Kept("一事一议"),
        Rule::enjoy => Kept("享受"),
        Rule::right_word => Part("“权利”或“优先”", "`权利` or `优先`"),
        Rule::unrated => Kept("就"),
        Rule::by | Rule::by_document | Rule::by_figure => Kept("按"),
        Rule::more_rates => Part("更多比例", "more rates"),
        Rule::give_at_most => Kept("最高给予"),
        Rule::give_figures | Rule::give_noun | Rule::give | Rule::give_word => Kept("给予"),
        Rule::unquantified => Part("“名目”，数额未定", "`“…”，数额未定`"),
        Rule::sums => Part("数额", "a sum"),
        Rule::share_cap | Rule::cap_word => Kept("最高不超过"),
        Rule::give_verb | Rule::noun => Part("“奖励、补助、资助”等名目", "a noun such as 奖励, 补助 or 资助"),
        Rule::respectively => Kept("分别"),
        Rule::refused | Rule::exclusion => Kept("不予"),
        Rule::ahead_except => Word("除外"),
        Rule::ahead_deemed => Word("视为"),
        Rule::excepted => Part("“… 除外”", "`… 除外`"),
        Rule::definition => Kept("定义"),
        Rule::meaning => Kept("所称"),
        Rule::means => Kept("是指"),
        Rule::by_cases => Part("“… 的，分别为 …”", "`… 的，分别为 …`"),
        Rule::deeming | Rule::deemed | Rule::deemed_of => Kept("视为"),
        Rule::modifier => Part("对给予的限制（最高不超过、数额见 …）", "a limit (最高不超过, 数额见 …)"),
        Rule::cap => Kept("最高不超过"),
        Rule::count_cap => Kept("最多"),
        Rule::sum_in => Kept("数额见"),
        Rule::shown => Kept("列示"),
        Rule::stacked => Kept("逐项叠加"),
        Rule::whole_band => Kept("全额"),
        Rule::marginal => Kept("超额累进"),
        Rule::per => Part("“每 …”", "`每 …`"),
        Rule::each_year => Kept("每年"),
        Rule::by_date => Part("“（按 …）”", "`（按 …）`"),

        // conditions
        Rule::condition | Rule::clause | Rule::atom => Part("条件", "a condition"),
        Rule::and => Kept("且"),
        Rule::or => Kept("或"),
        Rule::not => Kept("非"),
        Rule::pause_and => Inner,
        Rule::all_of => Kept("同时符合"),
        Rule::any_of => Kept("符合之一"),
        Rule::meets => Kept("符合"),
        Rule::reach | Rule::comparison => Part("事实或算式", "a fact or a sum"),
        Rule::one_of_list => Kept("属于"),
        Rule::is_list => Kept("为"),
        Rule::has_list => Kept("含"),
        Rule::list | Rule::element => Part("值", "a value"),
        Rule::group => Part("“（甲、乙）”", "`（甲、乙）`"),
        Rule::side_condition => Part("“（条件）”", "`（condition）`"),
        Rule::bands => Kept("为"),
        Rule::range | Rule::band | Rule::span_to => Part("区间", "a band"),
        Rule::side => Part("界限", "a bound"),
        Rule::first => Part("“前3位”", "`前3位`"),
        Rule::bound_before | Rule::bound_plain => {
            Part("“达到、不超过、超过”等词", "a word such as 达到, 不超过 or 超过")
        }
        Rule::level_after | Rule::level_name => Part("“省级以上”", "`省级以上`"),
        Rule::bound_after => Part("“以上、以下、以内”", "`以上`, `以下` or `以内`"),
        Rule::bound_word => Part("“以上、不超过”等词", "a word such as 以上 or 不超过"),

        // expressions
        Rule::expression | Rule::term | Rule::factor | Rule::primary => {
            Part("数额、事实或算式", "a figure, a fact or a sum")
        }
        Rule::share => Part("“的30％”", "`的30％`"),
        Rule::fold => Part("“合计、最大值”", "`合计` or `最大值`"),
        Rule::excess => Part("“超出 … 的部分”", "`超出 … 的部分`"),
        Rule::each => Kept("逐年"),
        Rule::filtered => Part("“名单（条件）”", "`list（condition）`"),
        Rule::bracket => Part("括号", "a bracket"),
        Rule::add => Kept("加"),
        Rule::subtract => Kept("减"),
        Rule::multiply => Kept("×"),
        Rule::divide => Kept("÷"),

        // settlement
        Rule::settlement_sentence => Part("以条文编号开头的一句", "a sentence that begins with its clause id"),
        Rule::settlement_body => Part("结算规则", "a rule of the settlement"),
        Rule::funds => Kept("本政策资金"),
        Rule::exclusive => Kept("同一"),
        Rule::manner => Part("“从高、从优、不重复”", "`从高、从优、不重复`"),
        Rule::best | Rule::highest => Kept("从高"),
        Rule::highest_first => Kept("限额前从高"),
        Rule::outside => Part("“… 除外”", "`… 除外`"),
        Rule::ceilings => Kept("上限"),
        Rule::as_sums => Kept("视为数额"),
        Rule::certain => Kept("未定不计"),
        Rule::open_sums => Kept("未定"),
        Rule::apart => Kept("不计"),
        Rule::displaces => Kept("优先"),
        Rule::earlier_paid => Kept("已获"),
        Rule::own_policy => Kept("本政策"),
        Rule::earlier_rule => Part("“补足差额、不予、不抵扣”", "`补足差额`, `不予` or `不抵扣`"),
        Rule::base_apart => Kept("上级基础资助 不计"),
        Rule::rights_apart => Kept("权利 不计"),
        Rule::payment => Kept("支付"),
        Rule::rounding => Part("“舍去、四舍五入、进位”", "`舍去`, `四舍五入` or `进位`"),
        Rule::in_force => Kept("自"),
        Rule::not_before => Kept("不早于"),
        Rule::event => Part("“… 早于 施行之日的，不予”", "`… 早于 施行之日的，不予`"),
        Rule::valid_until => Kept("有效期至"),
        Rule::ceiling_fact => Kept("上限以内的数额"),
        Rule::above_is_invalid => Part("“超过的 无效”", "`超过的 无效`"),

        // allocation
        Rule::allocation => Kept("分配"),
        Rule::allocation_line | Rule::allocation_body => Part(
            "分配的一句（总额、名额、次序、方式、同序、末位、尾差、未定、追加）",
            "a line of an allocation (总额, 名额, 次序, 方式, 同序, 末位, 尾差, 未定, 追加)",
        ),
        Rule::budget | Rule::budget_word => Part("“总额”或“名额”", "`总额` or `名额`"),
        Rule::budget_year => Kept("每年"),
        Rule::part_budget => Kept("其中"),
        Rule::order => Kept("次序"),
        Rule::order_key | Rule::directed => Part(
            "排序的依据（先申先得（X）、择优（X）、X 由高到低、X 优先）",
            "a key of the order (先申先得（X）, 择优（X）, X 由高到低, X 优先)",
        ),
        Rule::first_come => Kept("先申先得（X）"),
        Rule::best_first => Kept("择优（X）"),
        Rule::direction => Part("“由早到晚、由高到低、优先”等词", "a word such as 由早到晚, 由高到低 or 优先"),
        Rule::sharing => Kept("方式"),
        Rule::equals_rule => Kept("同序"),
        Rule::equally => Kept("均分"),
        Rule::prorated => Kept("按比例"),
        Rule::weighted => Kept("按权（X）"),
        Rule::by_draw => Kept("抽签（X）"),
        Rule::all_in => Kept("同进"),
        Rule::all_out => Kept("同退"),
        Rule::last_one => Kept("末位"),
        Rule::last_word => Part("“余额、不予、跳过、足额”", "`余额`, `不予`, `跳过` or `足额`"),
        Rule::tail => Kept("尾差"),
        Rule::tail_quantum => Kept("舍去 至"),
        Rule::remainder_word => Part("“最大余数、归首位、归末位、留存”", "`最大余数`, `归首位`, `归末位` or `留存`"),
        Rule::undecided => Kept("未定"),
        Rule::undecided_word => Part("“预留、跳过”", "`预留` or `跳过`"),
        Rule::increment => Part("“2024年9月1日 追加 500万元”", "`2024年9月1日 追加 500万元`"),
        Rule::top_up_word => Part("“先补足、不补足”", "`先补足` or `不补足`"),

        // readings
        Rule::chosen => Kept("采用"),
        Rule::other => Kept("另解"),
        Rule::instead => Kept("改为"),
        Rule::same_result => Kept("结果相同"),
        Rule::not_computed => Kept("不计算"),
        Rule::reading_id => Part("读法编号（A1-1、R2）", "the id of a reading (A1-1, R2)"),

        // cases
        Rule::givens | Rule::given => Part("给出的事实", "a fact that is given"),
        Rule::case_line => Kept("："),
        Rule::case_block => Kept("{"),
        Rule::project => Part("项目和它的事实", "a project with its facts"),
        Rule::project_ids => Part("“（编号）”", "`（ids）`"),
        Rule::common => Kept("共同"),
        Rule::outcomes => Kept("⇒"),
        Rule::other_outcome => Part("“按 读法 选项 ⇒ …”", "`按 reading option ⇒ …`"),
        Rule::reading_choice => Part("读法和选项（A1-1 R2）", "a reading and its option (A1-1 R2)"),
        Rule::results | Rule::result | Rule::outcome => {
            Part("结果（150万元、不予、待定 …）", "a result (150万元, 不予, 待定 …)")
        }
        Rule::same_as_above => Kept("同上"),
        Rule::as_of => Kept("评定日期"),
        Rule::in_force_assumed => Kept("视同已施行"),
        Rule::not_given => Kept("非"),
        Rule::unknown_given | Rule::empty_given | Rule::incomplete_given | Rule::given_value => {
            Part("事实和它的值", "a fact and its value")
        }
        Rule::value => Part("值", "a value"),
        Rule::unknown => Kept("未知"),
        Rule::ordinal => Part("“第4位”", "`第4位`"),
        Rule::earlier | Rule::payee => Kept("本项目已获"),
        Rule::earlier_year => Part("年份（2021年）", "a year (2021年)"),
        Rule::base_grant => Kept("基础资助"),
        Rule::may => Kept("可，"),
        Rule::payable => Kept("应付"),
        Rule::whole_policy | Rule::total => Kept("合计"),
        Rule::amount | Rule::sum | Rule::sum_range => Part("金额（150万元）", "a sum (150万元)"),
        Rule::zero_to | Rule::up_to => Kept("不超过"),
        Rule::and_above => Kept("以上"),
        Rule::pending => Kept("待定"),
        Rule::none => Kept("不予"),
        Rule::invalid => Kept("无效"),
        Rule::because => Kept("，因"),
        Rule::by_document_result => Kept("另按"),
        Rule::case_by_case_result => Kept("一事一议"),
        Rule::right_result => Kept("权利"),
        Rule::unquantified_result => Kept("数额未定"),
        Rule::clamped => Kept("超限核减"),
        Rule::target_result => Kept("目标"),
        Rule::reached => Kept("达成"),
        Rule::not_reached => Kept("未达成"),
        Rule::chosen_clause => Kept("选"),
        Rule::shown_value => Part("列示的名称和数额", "a shown name and its sum"),

        Rule::queue_case => Kept("算例"),
        Rule::candidate => Part("申请人和他的事实", "an applicant with his facts"),
        Rule::allotted => Part("“已分配10万元（2024年6月30日）”", "`已分配10万元（2024年6月30日）`"),
        Rule::queue_outcomes => Kept("⇒"),
        Rule::queue_other => Part("“按 读法 选项 ⇒ …”", "`按 reading option ⇒ …`"),
        Rule::queue_results | Rule::queue_result | Rule::share_given => Part(
            "谁得多少（甲 10万元、乙 不予，因 末位、余 0元）",
            "who gets what (甲 10万元, 乙 不予，因 末位, 余 0元)",
        ),
        Rule::left_over => Kept("余"),
        Rule::overdrawn => Kept("超支"),
        Rule::share_refused => Kept("不予"),
        Rule::share_reserved => Kept("预留"),
        Rule::share_pending => Kept("待定"),
        Rule::share_needs => Kept("须"),
        Rule::share_because => Kept("，因"),
        Rule::share_word => Part(
            "“末位、同序、抽签、用完、方式、未定、待抽签、待前序、已分配”",
            "`末位`, `同序`, `抽签`, `用完`, `方式`, `未定`, `待抽签`, `待前序` or `已分配`",
        ),

        // literals and names
        Rule::id => Part("条文编号（3.3.b）", "a clause id (3.3.b)"),
        Rule::alias => Part("英文代号", "an alias in Latin letters"),
        Rule::quantity => Part("带单位的数（500万元、30％）", "a figure with its unit (500万元, 30％)"),
        Rule::figure | Rule::digit => Part("数字", "digits"),
        Rule::unit | Rule::unit_name => Part("单位（万元、％、家 …）", "a unit (万元, ％, 家 …)"),
        Rule::percent_sign => Kept("％"),
        Rule::count | Rule::numeral => Part("数量（3位）", "a count (3位)"),
        Rule::date | Rule::month | Rule::day => Part("日期（2021年6月30日）", "a date (2021年6月30日)"),
        Rule::year => Part("年份", "a year"),
        Rule::string => Part("引号内的文字（“…”）", "a text in quotation marks (“…”)"),
        Rule::name => Part("名称", "a name"),

        // words
        Rule::kw_policy => Word("政策"),
        Rule::kw_basis => Word("依据"),
        Rule::kw_bounds => Word("本数"),
        Rule::kw_declaration => Word("宣示"),
        Rule::kw_target => Word("目标"),
        Rule::kw_counted_by => Word("以"),
        Rule::kw_counted => Word("计"),
        Rule::kw_right => Word("权利"),
        Rule::kw_article => Word("条款"),
        Rule::kw_settlement => Word("结算"),
        Rule::kw_allocation => Word("分配"),
        Rule::kw_reading => Word("读法"),
        Rule::kw_case => Word("算例"),
        Rule::kw_setting => Word("背景"),
        Rule::kw_except => Word("除外"),
        Rule::kw_ladder => Word("等级"),
        Rule::kw_ascending => Word("由低到高"),
        Rule::kw_entity => Word("词汇"),
        Rule::kw_unit => Word("单位"),
        Rule::kw_onward => Word("起"),
        Rule::kw_the_rest => Word("其余"),
        Rule::kw_if_none => Word("无则"),
        Rule::each_person => Kept("每人"),
        Rule::each_month => Kept("每月"),
        Rule::ever => Kept("累计"),
        Rule::heads | Rule::head => Part("前10人 每人给予…", "so much for each of the first ten"),
        Rule::head_span => Part("前10人、第11人起、其余", "which of them"),
        Rule::longest => Part("最长不超过36个月", "at most so many months"),
        Rule::counted_by => Part("按 月数 计", "how many months count"),
        Rule::ranked | Rule::taken => Part("按 … 由高到低 前10名", "the first so many, in an order"),
        Rule::rank_order => Part("按 … 由高到低", "an order"),
        Rule::descending => Kept("由高到低"),
        Rule::ascending_order => Kept("由低到高"),
        Rule::tied | Rule::tied_in | Rule::tied_out | Rule::tied_listed => {
            Part("并列 均计入、均不计入、按名单次序", "what happens to ties")
        }
        Rule::if_none => Part("无则 0元", "the value where there is none"),
        Rule::distinct => Part("不重复人数", "how many different ones"),
        Rule::distinct_word => Kept("不重复人数"),
        Rule::kw_as_same => Word("为同一"),
        Rule::kw_incomplete => Word("不全"),
        Rule::kw_also => Word("又称"),
        Rule::kw_one_of => Word("之一"),
        Rule::kw_in_full => Word("全称"),
        Rule::kw_default => Word("缺省"),
        Rule::kw_year_of_evaluation => Word("评定年度"),
        Rule::kw_optional => Word("可不填"),
        Rule::kw_at_most => Word("至多"),
        Rule::kw_scope => Word("限"),
        Rule::kw_only_for => Word("适用于"),
        Rule::kw_of_which => Word("其中"),
        Rule::kw_for => Word("对"),
        Rule::kw_per => Word("每"),
        Rule::kw_answer => Word("核对说明"),
        Rule::kw_carry_out => Word("实行"),
        Rule::kw_case_by_case => Word("一事一议"),
        Rule::kw_enjoy => Word("享受"),
        Rule::kw_on => Word("就"),
        Rule::kw_by => Word("按"),
        Rule::kw_execute => Word("执行"),
        Rule::kw_give => Word("给予"),
        Rule::kw_give_at_most => Word("最高给予"),
        Rule::kw_sum_open => Word("数额未定"),
        Rule::kw_rate_open => Word("比例未定"),
        Rule::kw_sum_in => Word("数额见"),
        Rule::kw_shown => Word("列示"),
        Rule::kw_at_most_count => Word("最多"),
        Rule::kw_definition => Word("定义"),
        Rule::kw_so_called => Word("所称"),
        Rule::kw_means => Word("是指"),
        Rule::kw_are => Word("分别为"),
        Rule::kw_deemed => Word("视为"),
        Rule::kw_refused => Word("不予"),
        Rule::kw_all_of => Word("同时符合"),
        Rule::kw_any_of => Word("符合之一"),
        Rule::kw_meets => Word("符合"),
        Rule::kw_both => Word("均"),
        Rule::kw_belongs => Word("属于"),
        Rule::kw_is => Word("为"),
        Rule::kw_has => Word("含"),
        Rule::kw_exceeds => Word("超出"),
        Rule::kw_the_part => Word("的部分"),
        Rule::kw_funds => Word("本政策资金"),
        Rule::kw_same => Word("同一"),
        Rule::kw_no_repeat => Word("不重复"),
        Rule::kw_paid | Rule::kw_paid_earlier => Word("已获"),
        Rule::kw_funds_of => Word("资金的"),
        Rule::kw_payment => Word("支付"),
        Rule::kw_from => Word("自"),
        Rule::kw_takes_effect => Word("起施行"),
        Rule::kw_within_ceiling => Word("上限以内的数额"),
        Rule::kw_order => Word("次序"),
        Rule::kw_sharing => Word("方式"),
        Rule::kw_equals => Word("同序"),
        Rule::kw_last => Word("末位"),
        Rule::kw_tail => Word("尾差"),
        Rule::kw_undecided => Word("未定"),
        Rule::kw_added => Word("追加"),
        Rule::kw_concerns => Word("关于"),
        Rule::kw_adopt => Word("采用"),
        Rule::kw_because => Word("因"),
        Rule::kw_other => Word("另解"),
        Rule::kw_instead => Word("改为"),
        Rule::kw_same_result => Word("结果相同"),
        Rule::kw_not_computed => Word("不计算"),
        Rule::kw_lacks => Word("缺"),
        Rule::kw_common => Word("共同"),
        Rule::kw_as_of => Word("评定日期"),
        Rule::kw_nothing => Word("无"),

        // marks
        Rule::stop => Word("。"),
        Rule::comma => Word("，"),
        Rule::pause => Word("、"),
        Rule::colon => Word("："),
        Rule::open_bracket => Word("（"),
        Rule::close_bracket => Word("）"),
        Rule::open_block => Word("{"),
        Rule::close_block => Word("}"),
        Rule::arrow => Word("⇒"),
        Rule::equals => Word("="),
        Rule::to => Word("至"),

        // what only the grammar needs
        Rule::EOI
        | Rule::file
        | Rule::junk
        | Rule::unclosed
        | Rule::fact_junk
        | Rule::fact_piece
        | Rule::continues
        | Rule::sentence_junk
        | Rule::sentence_piece
        | Rule::after_sentence
        | Rule::braces
        | Rule::allocation_junk
        | Rule::allocation_piece
        | Rule::option_junk
        | Rule::option_piece
        | Rule::after_option
        | Rule::letter
        | Rule::edge
        | Rule::keyword
        | Rule::WHITESPACE
        | Rule::COMMENT
        | Rule::gap
        | Rule::skeleton
        | Rule::comment
        | Rule::bracket_mark
        | Rule::item_line => Inner,
    }
}
