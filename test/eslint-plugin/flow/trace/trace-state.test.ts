import { describe, expect, test } from "vitest";
import { keysIn } from "../../keys-in.ts";

/** Whether each `sink(…)` gets a key. */
function carries(code: string): readonly boolean[] {
  return keysIn(`/* pleo */ ${code}`).map((keys) => keys.length > 0);
}

describe("state by its name is a key", () => {
  test.each<[string, string]>([
    [
      "in React",
      'type Draft = { label: string; pleoApiKey: string }; const EMPTY: Draft = { label: "", pleoApiKey: "" }; const [draft] = useState<Draft>(EMPTY); sink(draft); sink({ ...draft, a: 1 }); const [form] = useState(() => ({ pleoApiKey: "" })); sink(form); const [some] = useState<Draft | null>(null); sink(some)',
    ],
    [
      "in a reducer",
      "const initial = { pleoApiKey: null, step: 0 }; function reducer(state, action) { sink(state); return state; } const [state] = useReducer(reducer, initial); sink(state)",
    ],
    [
      "in a class",
      'class A extends Component { state = { pleoApiKey: "" }; f() { sink(this.state); const { pleoApiKey } = this.state; sink(pleoApiKey); } }',
    ],
    [
      "in Vue",
      'const pleoKey = ref(""); sink(pleoKey.value); const form = ref({ pleoApiKey: "" }); sink(form.value); const state = reactive({ pleoApiKey: "" }); sink(state); sink(toRefs(state).pleoApiKey.value)',
    ],
    [
      "in options of Vue",
      'export default { data() { return { pleoApiKey: "" }; }, methods: { save() { sink(this.pleoApiKey); } } }',
    ],
    [
      "that Vue watches",
      'const pleoKey = ref(""); const on = ref(false); watch(pleoKey, (value, old) => { sink(value); sink(old); }); watch([on, pleoKey], ([is, value]) => sink(value)); watch(() => pleoKey.value, (value) => sink(value)); const state = reactive({ pleoApiKey: "" }); watch(state, (now) => sink(now)); watch([() => on.value, () => state.pleoApiKey], ([is, value]) => sink(value))',
    ],
    [
      "in signals",
      'const [pleoKey] = createSignal(""); sink(pleoKey()); const [draft] = createSignal({ pleoApiKey: "" }); sink(draft()); const [form] = createStore({ pleoApiKey: "" }); sink(form); const other = signal({ pleoApiKey: "" }); sink(other.value); sink(other())',
    ],
    [
      "in signals of a class",
      'class A { pleoApiKey = signal(""); form = signal({ pleoApiKey: "" }); header = computed(() => btoa(this.pleoApiKey() + ":")); f() { sink(this.pleoApiKey()); sink(this.form()); sink(this.header()); } }',
    ],
    [
      "in Zustand",
      'const useStore = create<State>()(persist((set) => ({ pleoApiKey: "", label: "" }), {})); sink(useStore((s) => s.pleoApiKey)); sink(useStore()); sink(useStore.getState()); useStore.subscribe((state) => sink(state))',
    ],
    [
      "in Pinia",
      'const useConnection = defineStore("c", { state: () => ({ pleoApiKey: "" }), actions: { save() { sink(this.pleoApiKey); } } }); const store = useConnection(); sink(store.pleoApiKey); sink(store.$state); store.$subscribe((mutation, state) => sink(state))',
    ],
    [
      "in Pinia, set up",
      'const useConnection = defineStore("c", () => { const pleoApiKey = ref(""); return { pleoApiKey }; }); const store = useConnection(); sink(store.pleoApiKey)',
    ],
    ["in Redux", "const key = useSelector((state) => state.connection.pleoApiKey); sink(key)"],
    [
      "in forms",
      'const { getValues, handleSubmit, watch } = useForm({ defaultValues: { pleoApiKey: "" } }); sink(getValues("pleoApiKey")); sink(getValues()); sink(watch("pleoApiKey")); handleSubmit((data) => sink(data))',
    ],
    [
      "in typed forms",
      "type Draft = { pleoApiKey: string }; const form = useForm<Draft>(); sink(form.getValues()); form.handleSubmit((data) => sink(data)); form.watch((data) => sink(data))",
    ],
    [
      "in Formik",
      'const formik = useFormik({ initialValues: { pleoApiKey: "" }, onSubmit: (values) => sink(values) }); sink(formik.values); sink(formik.values.pleoApiKey)',
    ],
    [
      "in Svelte",
      'const pleoKey = writable(""); pleoKey.subscribe((value) => sink(value)); sink(get(pleoKey)); const form = writable({ pleoApiKey: "" }); form.subscribe((value) => sink(value)); const header = derived(pleoKey, ($key) => btoa($key)); sink(get(header))',
    ],
    [
      "as it was when it is changed",
      'const [form, setForm] = useState({ pleoApiKey: "" }); setForm((old) => { sink(old); return { ...old, a: 1 }; })',
    ],
    [
      "in a typed handler",
      "type Draft = { pleoApiKey: string }; const onSubmit: SubmitHandler<Draft> = (data) => { sink(data); }",
    ],
    [
      "in a class that describes it",
      "class Draft { pleoApiKey!: string; label!: string } function f(draft: Draft) { sink(draft); }",
    ],
    [
      "that is typed into a field",
      "const pleoKeyInput = useRef<HTMLInputElement>(null); sink(pleoKeyInput.current.value)",
    ],
    [
      "in runes",
      'let form = $state({ pleoApiKey: "" }); sink(form); sink($state.snapshot(form)); let pleoKey = $state(""); const header = $derived(btoa(pleoKey)); sink(header)',
    ],
  ])("%s", (_name, code) => {
    const found = carries(code);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(false);
  });
});

describe("state is no key", () => {
  test.each<[string, string]>([
    [
      "in what is beside it",
      'const [draft] = useState({ label: "", pleoApiKey: "" }); sink(draft.label); const { pleoApiKey, ...rest } = draft; sink(rest); sink({ ...draft, pleoApiKey: "" })',
    ],
    [
      "that tells of fields",
      'const [errors] = useState({ pleoApiKey: "" }); sink(errors); const [touched] = useState({ pleoApiKey: false }); sink(touched); sink(formState.errors.pleoApiKey); sink(form.dirtyFields.pleoApiKey)',
    ],
    [
      "but a text, or a switch",
      'const [labels] = useState({ pleoApiKey: "Pleo API key" }); sink(labels); const [shown] = useState({ pleoApiKey: false }); sink(shown)',
    ],
    [
      "but what stays empty",
      'const EMPTY = { pleoApiKey: "" }; sink(EMPTY); const defaults = { pleoApiKey: null }; sink(defaults)',
    ],
    [
      "in Vue",
      'const state = reactive({ pleoApiKey: "", label: "" }); sink(state.label); watch(() => state.label, (now) => sink(now)); const on = ref(false); const pleoKey = ref(""); watch([on, pleoKey], ([is, value]) => sink(is)); watch(on, (is) => sink(is)); sink(computed(() => pleoKey.value !== "").value)',
    ],
    [
      "but a field",
      "const pleoKeyInput = ref<HTMLInputElement | null>(null); sink(pleoKeyInput.value)",
    ],
    [
      "in a class that describes none",
      "class Flags { pleoApiKey!: boolean } class Safe { pleoApiKey!: string; toJSON() { return {}; } } function f(a: Flags, b: Safe) { sink(a); sink(b); }",
    ],
    [
      "in signals",
      'const [draft] = createSignal({ pleoApiKey: "", label: "" }); sink(draft().label); class A { form = signal({ pleoApiKey: "", label: "" }); f() { sink(this.form().label); } }',
    ],
    [
      "in stores",
      'const useStore = create((set) => ({ pleoApiKey: "", label: "" })); sink(useStore((s) => s.label)); sink(useStore.getState().label); useStore.subscribe(({ label }) => sink(label))',
    ],
    [
      "in forms",
      'const form = useForm({ defaultValues: { pleoApiKey: "", label: "" } }); sink(form.getValues("label")); sink(form.getValues().label); form.handleSubmit(({ pleoApiKey, ...rest }) => sink(rest)); const formik = useFormik({ initialValues: { pleoApiKey: "", label: "" } }); sink(formik.values.label); sink(formik.errors)',
    ],
  ])("%s", (_name, code) => {
    const found = carries(code);
    expect(found.length).toBeGreaterThan(0);
    expect(found).not.toContain(true);
  });
});
