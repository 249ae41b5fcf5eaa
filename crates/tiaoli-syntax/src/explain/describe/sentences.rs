//! Items, vocabulary, sentences and awards.

use super::Description::{self, Kept, Part};
use crate::grammar::Rule;

pub(super) fn describe(rule: Rule) -> Option<Description> {
    Some(match rule {
        Rule::item | Rule::item_start => Part("条目的开头（条款、算例 …）", "the start of an item (条款, 算例 …)"),
        Rule::policy => Kept("政策"),
        Rule::ladder => Kept("等级"),
        Rule::entity => Kept("词汇"),
        Rule::row_unit => Part("单位 人", "单位 and a unit"),
        Rule::same_by => Part("以 … 为同一", "以 … 为同一"),
        Rule::declaration => Kept("宣示"),
        Rule::target => Kept("目标"),
        Rule::right => Kept("权利"),
        Rule::article => Kept("条款"),
        Rule::settlement => Kept("结算"),
        Rule::reading => Kept("读法"),
        Rule::setting | Rule::case => Kept("算例"),
        Rule::basis => Kept("依据"),
        Rule::bounds => Kept("本数"),
        Rule::first_day => Kept("期间 当日计入"),
        Rule::parameter | Rule::calendar => Kept("参数"),
        Rule::calendar_year | Rule::calendar_of => {
            Part("一年“2025年：休 1月1日；班 1月26日。”", "a year `2025年：休 1月1日；班 1月26日。`")
        }
        Rule::days_said | Rule::days_off | Rule::days_on => Part("“休 …”或“班 …”", "`休 …` or `班 …`"),
        Rule::days_span => Part("月日（1月1日、1月28日至2月4日）", "a day or days (1月1日, 1月28日至2月4日)"),
        Rule::period | Rule::carried => Part("一期“2024年1月22日起 3.45％”", "a period `2024年1月22日起 3.45％`"),
        Rule::bound_group => Part("“以上、以下 均含本数”", "`以上、以下 均含本数`"),
        Rule::included => Kept("均含本数"),
        Rule::excluded => Kept("均不含本数"),
        Rule::declaration_line => Part("一行“标题：编号、编号。”", "a line `heading：ids。`"),
        Rule::ids => Part("条文编号", "clause ids"),
        Rule::except => Part("“（… 除外）”", "`（… 除外）`"),
        Rule::target_year => Part("“到2023年”", "`到2023年`"),
        Rule::year_fact => Part("“以 … 计”", "`以 … 计`"),
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
        Rule::sentence => Part("以条文编号开头的一句", "a sentence that begins with its clause id"),
        Rule::right_sentence | Rule::body => {
            Part("一句：限、对、给予、按、享受 …", "a sentence: 限, 对, 给予, 按, 享受 …")
        }
        Rule::answer => Kept("核对说明"),
        Rule::scope => Kept("限"),
        Rule::only_for => Kept("适用于"),
        Rule::deadline | Rule::due_window | Rule::late => Part("“… 应在 … 起60日内”", "`… 应在 … 起60日内`"),
        Rule::valid_clause => Kept("本条"),
        Rule::begins | Rule::tested => Part("“自 … 起施行，以 … 为准”", "`自 … 起施行，以 … 为准`"),
        Rule::years => Part("“自 … 起第1年至第3年”", "`自 … 起第1年至第3年`"),
        Rule::by_years
        | Rule::year_rate
        | Rule::year_span
        | Rule::nth_year
        | Rule::first_years
        | Rule::later_years
        | Rule::consecutive => {
            Part("年次（第1年至第3年、前3年、后2年）", "years by number (第1年至第3年, 前3年, 后2年)")
        }
        Rule::each_full => Part("“… 每满100万元 给予 …”", "`… 每满100万元 给予 …`"),
        Rule::in_part => Part("“按 … 折算”", "`按 … 折算`"),
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
        Rule::excepted => Part("“… 除外”", "`… 除外`"),
        Rule::edge_said | Rule::edge_with | Rule::edge_without => Part("“（含）、（不含）”", "`（含）` or `（不含）`"),
        Rule::other_band => Kept("其他"),
        Rule::sum_between => Part("数额的幅度（20万元至50万元）", "a range of sums (20万元至50万元)"),
        Rule::unruled | Rule::not_ruled => Kept("未规定"),
        Rule::hole => Part("区间或数", "a band or a figure"),
        Rule::determined_by => Kept("由"),
        Rule::procedure => Kept("程序"),
        Rule::procedure_sentence => Part("以条文编号开头的一步", "a step that begins with its clause id"),
        Rule::step => Part("一步：名称 别名：期限，由谁办理", "a step: name alias：deadline, by whom"),
        Rule::step_name => Part("名称", "a name"),
        Rule::step_kind => Part("“义务、更正、复核”", "`义务`, `更正` or `复核`"),
        Rule::step_part => Part("期限、办理的人、材料或义务", "a deadline, an office, papers or a duty"),
        Rule::due => Part("“… 起5个工作日内”", "`… 起5个工作日内`"),
        Rule::season | Rule::time_of_year | Rule::next_year => Part("“每年3月1日至4月30日”", "`每年3月1日至4月30日`"),
        Rule::month_day => Part("月日（3月1日）", "a month and day (3月1日)"),
        Rule::by_office => Part("“由 … 办理”", "`由 … 办理`"),
        Rule::to_office => Part("“向 … 提出”", "`向 … 提出`"),
        Rule::submitted => Kept("提交"),
        Rule::must => Kept("须"),
        Rule::must_not => Kept("不得"),
        Rule::breach => Kept("违反的 适用于"),
        Rule::done_on => Part("“以 … 为准”", "`以 … 为准`"),
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
        Rule::each_year | Rule::each_years => Kept("每年"),
        Rule::ever => Kept("累计"),
        Rule::by_date => Part("“（按 …）”", "`（按 …）`"),
        Rule::each_person => Kept("每人"),
        Rule::each_month => Kept("每月"),
        Rule::heads | Rule::head => Part("前10人 每人给予…", "so much for each of the first ten"),
        Rule::head_span => Part("前10人、第11人起、其余", "which of them"),
        Rule::longest => Part("最长不超过36个月", "at most so many months"),
        Rule::counted_by => Part("按 月数 计", "how many months count"),
        _ => return None,
    })
}
